import type { TenantConfiguration } from '../configuration'
import { type Finding, unknownWord } from '../file/describe-zod-issue'

/** Every `cite` anywhere must name a declared regulation; every dated rule must begin before it ends. */
export function checkCites(config: TenantConfiguration): Finding[] {
  const declared = Object.keys(config.regulations)
  const findings: Finding[] = []
  visit(config, [], (rule, path) => {
    if (typeof rule.cite === 'string') {
      const [regulation = ''] = rule.cite.split('/')
      if (!declared.includes(regulation)) {
        const { message, allowed } = unknownWord(path, regulation, declared)
        findings.push({ path: [...path, 'cite'], message: `quy định ${message}`, allowed })
      }
    }
    if (typeof rule.from === 'string' && typeof rule.until === 'string' && rule.from > rule.until) {
      findings.push({ path: [...path, 'until'], message: `kết thúc (${rule.until}) trước khi bắt đầu (${rule.from})` })
    }
  })
  return findings
}

type Visitor = (rule: Record<string, unknown>, path: PropertyKey[]) => void

function visit(value: unknown, path: PropertyKey[], visitor: Visitor): void {
  if (Array.isArray(value)) value.forEach((item, index) => void visit(item, [...path, index], visitor))
  else if (value && typeof value === 'object') {
    const rule = value as Record<string, unknown>
    visitor(rule, path)
    for (const [name, item] of Object.entries(rule)) visit(item, [...path, name], visitor)
  }
}
