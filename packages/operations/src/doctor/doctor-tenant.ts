import { fileKey } from '@sotay/files'
import { DEFAULT_PLACEMENT, openCatalogues } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'
import { findTenant } from '../find-tenant'
import { checkAudit } from './check-audit'
import { checkConfiguration } from './check-configuration'
import { checkGrants } from './check-grants'
import { checkOrganisation } from './check-organisation'
import { type Finding, ill, type Patient, well } from './finding'
import { repairGrants } from './repair-grants'

/**
 * Examines one province. Changes nothing but the anchor of its audit chain, and its grants when asked to.
 * @param options repair gives the province's login its grants anew first
 * @throws NotFound for an unknown province
 */
export async function doctorTenant(
  ctx: OperationsContext,
  slug: string,
  options: { repair?: boolean } = {},
): Promise<Finding[]> {
  const record = await findTenant(ctx, slug)
  if (record.status === 'provisioning') {
    return [ill('organisation', 'Tỉnh này đang được tạo dở dang.', `Chạy lại "sotay tenant create ${slug}".`)]
  }
  if (options.repair) await repairGrants(ctx, record)
  const province = await ctx.directory.context(record, { actor: ctx.actor }).catch((error: Error) => error)
  if (province instanceof Error) {
    return [
      ill(
        'configuration',
        `Không mở được dữ liệu của tỉnh: ${province.message}.`,
        'Kiểm tra máy chủ dữ liệu và quyền.',
      ),
    ]
  }
  const patient: Patient = { ctx, record, province }
  const checks = {
    migrations: checkMigrations,
    grants: checkGrants,
    isolation: checkCatalogues,
    configuration: checkConfiguration,
    organisation: checkOrganisation,
    audit: checkAudit,
    store: checkStore,
  }
  const findings: Finding[] = []
  for (const [name, check] of Object.entries(checks)) {
    findings.push(...(await check(patient).catch((error: Error) => [unexamined(name as Finding['check'], error)])))
  }
  return findings
}

const unexamined = (check: Finding['check'], error: Error): Finding =>
  ill(check, `Không kiểm tra được: ${error.message}.`, 'Kiểm tra máy chủ dữ liệu và kho tệp, rồi chạy lại.')

async function checkMigrations({ record }: Patient): Promise<Finding[]> {
  const newest = provinceLine.migrations.at(-1)?.name ?? null
  if (record.migration === newest) return [well('migrations', `Bảng dữ liệu ở bản ${newest}.`)]
  const finding = `Bảng dữ liệu ở bản ${record.migration ?? 'chưa có'}, phần mềm cần bản ${newest}.`
  return [ill('migrations', finding, `Chạy "sotay migrate --tenant ${record.slug}".`)]
}

async function checkCatalogues({ ctx, record }: Patient): Promise<Finding[]> {
  const open = await openCatalogues(ctx.owner(record.server))
  if (open === 0) return [well('isolation', 'Danh mục của PostgreSQL đóng với tài khoản của tỉnh.')]
  const where = record.placement === DEFAULT_PLACEMENT ? 'cơ sở dữ liệu' : `máy chủ ${record.placement}`
  const finding = `${open} danh mục của PostgreSQL trên ${where} cho tài khoản của tỉnh thấy tên bảng của tỉnh khác.`
  return [ill('isolation', finding, 'Chạy "sotay migrate" một lần bằng tài khoản superuser trong SOTAY_DATABASE_URL.')]
}

async function checkStore({ ctx, record }: Patient): Promise<Finding[]> {
  const missing: string[] = []
  for (const name of ['emblem.svg', 'ground.svg']) {
    await ctx.store.head(fileKey(record.id, 'brand', name)).catch((error: Error) => {
      if (error.name !== 'FileNotFound') throw error
      missing.push(name)
    })
  }
  const reached = well('store', 'Kho tệp trả lời.')
  if (missing.length === 0) return [reached]
  return [reached, ill('brand', `Kho tệp thiếu ${missing.join(', ')}.`, `Chạy "sotay tenant apply ${record.slug}".`)]
}
