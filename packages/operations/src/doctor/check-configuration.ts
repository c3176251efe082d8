import { configurationRevision } from '@sotay/kernel/schema'
import { configurationHash, type TenantConfiguration } from '@sotay/tenant-config'
import { asc } from 'drizzle-orm'
import { type Finding, ill, type Patient, well } from './finding'

/** Whether each published revision is as it was published, and the one in force is the newest. */
export async function checkConfiguration({ record, province }: Patient): Promise<Finding[]> {
  const rows = await province.db.select().from(configurationRevision).orderBy(asc(configurationRevision.revision))
  const altered = rows.filter((row) => row.hash !== configurationHash(row.configuration as TenantConfiguration))
  const findings = altered.map(({ revision }) =>
    ill('configuration', `Bản cấu hình số ${revision} đã bị sửa sau khi ban hành.`, 'Khôi phục từ bản sao lưu.'),
  )
  const newest = rows.at(-1)?.revision
  if (newest !== record.configRevision) {
    const finding = `Danh mục ghi bản cấu hình ${record.configRevision}, bản mới nhất là ${newest ?? 'không có'}.`
    findings.push(ill('configuration', finding, 'Chạy lại "sotay tenant apply".'))
  }
  const taken = province.config.domains.filter((domain) => !record.domains.includes(domain))
  if (taken.length > 0) {
    const finding = `Tên miền trong cấu hình chưa có trong danh mục: ${taken.join(', ')}.`
    findings.push(ill('configuration', finding, 'Chạy lại "sotay tenant apply".'))
  }
  return findings.length > 0 ? findings : [well('configuration', `Cấu hình bản ${record.configRevision} nguyên vẹn.`)]
}
