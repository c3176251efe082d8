import { contrastRatio, leastContrast } from '../compare/contrast-ratio'
import type { TenantConfiguration } from '../configuration'
import type { Finding } from '../file/describe-zod-issue'

/** What the kind of body and its modules demand of the other sections. */
export function checkShape(config: TenantConfiguration): Finding[] {
  const findings: Finding[] = []
  const need = (holds: boolean, path: PropertyKey[], message: string) => {
    if (!holds) findings.push({ path, message })
  }
  const on = (module: TenantConfiguration['modules'][number]) => config.modules.includes(module)
  const memberLevels = config.organisation.levels.filter((level) => level.members)
  const { primary } = config.brand.colours

  need(
    contrastRatio('#ffffff', primary) >= leastContrast,
    ['brand', 'colours', 'primary'],
    `chữ trắng trên màu ${primary} khó đọc: tương phản ${contrastRatio('#ffffff', primary).toFixed(2)}, cần ít nhất ${leastContrast}`,
  )
  need(!on('news') || !!config.newsroom, ['modules'], 'bật news thì phải có mục newsroom')
  need(!on('meetings') || !!config.meetings, ['modules'], 'bật meetings thì phải có mục meetings')
  need(!on('steering') || !!config.steering, ['modules'], 'bật steering thì phải có mục steering')
  need(
    config.kind === 'steering-body' || memberLevels.length > 0,
    ['organisation', 'levels'],
    'phải có một cấp mang members: true',
  )
  need(config.kind === 'province' || memberLevels.length === 0, ['kind'], 'ban chỉ đạo không có đảng viên và chi bộ')
  need(
    config.accounts.registration === 'issued' || !!config.accounts.approvedBy,
    ['accounts'],
    'registration: self thì phải có approvedBy',
  )
  return findings
}
