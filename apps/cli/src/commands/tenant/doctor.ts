import { doctorTenant, type Finding, findOrphans } from '@sotay/operations'
import { operation } from '../../operation'
import { slugArgs } from '../../tenant-argument'

export const tenantDoctor = operation({
  name: 'doctor',
  description: 'Khám một tỉnh, hoặc tất cả khi không nêu mã',
  args: {
    ...slugArgs,
    repair: { type: 'boolean', description: 'Cấp lại quyền cơ sở dữ liệu trước khi khám', default: false },
  },
  async run({ ctx, args }) {
    const wanted = args.tenant ?? args.slug
    const slugs = wanted ? [wanted] : ctx.directory.list().map((line) => line.slug)
    const findings: (Finding & { tenant: string | null })[] = []
    for (const slug of slugs) {
      const found = await doctorTenant(ctx, slug, { repair: args.repair })
      findings.push(...found.map((finding) => ({ tenant: slug, ...finding })))
    }
    for (const name of wanted ? [] : await findOrphans(ctx)) {
      const remedy = 'Xác nhận không còn ai dùng rồi xóa lược đồ và tài khoản này.'
      findings.push({ tenant: null, check: 'isolation', ok: false, finding: `${name} không thuộc tỉnh nào.`, remedy })
    }
    return { ok: findings.every((finding) => finding.ok), findings }
  },
  show: ({ findings }) =>
    findings.map(({ tenant, ok, check, finding, remedy }) =>
      [ok ? '  tốt ' : '  SAI ', tenant ?? '-', `[${check}]`, finding, remedy ?? ''].join(' ').trimEnd(),
    ),
  exit: ({ ok }) => (ok ? 0 : 1),
})
