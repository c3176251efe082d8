import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readTenantFolder, type TenantFolder } from '@sotay/operations'
import type { ArgsDef } from 'citty'
import { WrongUse } from './refused'

/** A province named by its slug, in first place or as `--tenant`. */
export const slugArgs = {
  slug: { type: 'positional', description: 'Mã của tỉnh', required: false },
  tenant: { type: 'string', description: 'Mã của tỉnh', valueHint: 'MÃ' },
} as const satisfies ArgsDef

/** A province named by its slug, its folder or its tenant.yaml. */
export const fileArgs = {
  file: { type: 'positional', description: 'Mã của tỉnh, thư mục, hoặc tệp tenant.yaml', required: false },
  tenant: { type: 'string', description: 'Mã của tỉnh', valueHint: 'MÃ' },
} as const satisfies ArgsDef

/** @throws WrongUse when no province is named */
export function readSlug(args: { slug?: string; tenant?: string }): string {
  const slug = args.tenant ?? args.slug
  if (!slug) throw new WrongUse('Thiếu mã của tỉnh, ví dụ: quangngai.')
  return slug
}

/** @throws WrongUse when no province is named · ConfigurationError · Conflict when there is no such file */
export function readFolder(args: { file?: string; tenant?: string }): Promise<TenantFolder> {
  const given = args.file ?? args.tenant
  if (!given) throw new WrongUse('Thiếu tỉnh, ví dụ: tenants/quangngai/tenant.yaml.')
  if (basename(given) === 'tenant.yaml')
    return readTenantFolder(dirname(given) === '.' ? process.cwd() : dirname(given))
  const isFolder = existsSync(given) && statSync(given).isDirectory()
  return readTenantFolder(isFolder ? given : join('tenants', given))
}
