import { expect, test } from 'vitest'
import { exampleTenant } from '../file/example-tenant'
import { parseTenantFile } from '../file/parse-tenant-file'
import { configurationHash } from './configuration-hash'
import { contrastRatio } from './contrast-ratio'
import { diffConfiguration } from './diff-configuration'

const parse = (text: string) => parseTenantFile(text, 'tenant.yaml')
const base = parse(exampleTenant)

test('contrast as WCAG counts it', () => {
  expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastRatio('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  expect(contrastRatio('#b5121b', '#b5121b')).toBe(1)
})

test('the hash sees rules, not spelling', () => {
  const respelt = exampleTenant
    .replace('within: 8h', 'within: 8 giờ')
    .replace('slug: vi-du\n', '')
    .concat('# cuối tệp\nslug: vi-du\n')
  expect(configurationHash(parse(respelt))).toBe(configurationHash(base))
  expect(configurationHash(parse(exampleTenant.replace('within: 8h', 'within: 7h')))).not.toBe(configurationHash(base))
  expect(configurationHash(base)).toMatch(/^[0-9a-f]{64}$/)
})

test('equal configurations do not differ', () => {
  expect(diffConfiguration(base, structuredClone(base))).toEqual([])
})

test('a rule put in between shows as one change, found by its key; the order of changes is stable', () => {
  const changed = parse(
    exampleTenant
      .replace('roles:\n', 'roles:\n  - { key: inspection, name: Kiểm tra, at: [province] }\n')
      .replace('name: Biên tập viên', 'name: Biên tập')
      .replace("accent: '#ffd400'", "accent: '#ffd401'"),
  )
  expect(diffConfiguration(base, changed)).toEqual([
    { path: 'brand.colours.accent', before: '#ffd400', after: '#ffd401' },
    { path: 'roles[editor].name', before: 'Biên tập viên', after: 'Biên tập' },
    { path: 'roles[inspection]', before: undefined, after: { key: 'inspection', name: 'Kiểm tra', at: ['province'] } },
  ])
})

test('a changed list is shown whole, an optional part that goes is shown gone', () => {
  const changed = parse(exampleTenant.replace('workingDays: [T2, T3', 'workingDays: [T3').replace(', adHoc: true', ''))
  expect(diffConfiguration(base, changed)).toEqual([
    { path: 'calendar.workingDays', before: [1, 2, 3, 4, 5], after: [2, 3, 4, 5] },
    { path: 'reporting[bao-cao].adHoc', before: true, after: false },
  ])
})

test('comparing the other way round turns the changes round', () => {
  const changed = parse(exampleTenant.replace('name: Biên tập viên', 'name: Biên tập'))
  const turned = diffConfiguration(changed, base).map(({ path, before, after }) => ({
    path,
    before: after,
    after: before,
  }))
  expect(turned).toEqual(diffConfiguration(base, changed))
})
