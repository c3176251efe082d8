import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { Conflict } from '@sotay/kernel'
import { parseTenantFile, type TenantConfiguration } from '@sotay/tenant-config'

export interface TenantFolder {
  path: string
  configuration: TenantConfiguration
}

/**
 * Reads `tenants/<slug>/tenant.yaml`.
 * @param path the province's folder
 * @throws ConfigurationError listing file, line and allowed values · Conflict when the folder is not named after its slug
 */
export async function readTenantFolder(path: string): Promise<TenantFolder> {
  const file = join(path, 'tenant.yaml')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new Conflict('operations.no-tenant-file', { file })
    throw error
  })
  const configuration = parseTenantFile(text, relative(process.cwd(), file) || file)
  if (basename(path) !== configuration.slug) {
    throw new Conflict('operations.folder-name', { folder: basename(path), slug: configuration.slug })
  }
  return { path, configuration }
}

/** The folders of all provinces under `root`, in the order of their names. */
export async function listTenantFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  return names.sort().map((name) => join(root, name))
}
