import { expect, test } from 'vitest'
import { ConfigurationError, type ConfigurationIssue, describeIssue } from './configuration-error'
import { exampleTenant } from './example-tenant'
import { parseTenantFile } from './parse-tenant-file'

/** The issues of the example file after replacing one piece of its text. */
function issuesWhen(piece: string, by: string): ConfigurationIssue[] {
  if (!exampleTenant.includes(piece)) throw new Error(`the example lacks ${piece}`)
  return issuesOf(exampleTenant.replace(piece, () => by))
}

function issuesOf(text: string): ConfigurationIssue[] {
  try {
    parseTenantFile(text, 'vd/tenant.yaml')
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues
    throw error
  }
  return []
}

const lineOf = (piece: string) => exampleTenant.slice(0, exampleTenant.indexOf(piece)).split('\n').length

test('the example holds, durations in minutes and phrases read', () => {
  const config = parseTenantFile(exampleTenant, 'vd/tenant.yaml')
  expect(config.newsroom?.deadlines.map((deadline) => deadline.within)).toEqual([480, 600])
  expect(config.reporting[0]?.due).toMatchObject({ kind: 'day-of-period', day: 27, boundary: 'before' })
  expect(config.reporting[0]?.by).toEqual({ kind: 'each', level: 'cell', under: 'province' })
  expect(config.calendar.workingDays).toEqual([1, 2, 3, 4, 5])
  expect(config.calendar.workingHours[0]).toEqual({ from: '07:30', to: '11:30' })
  expect(config.calendar.holidays.length).toBeGreaterThan(5)
  expect(Object.keys(config.regulations)).toContain('bo-luat-lao-dong')
  expect(JSON.parse(JSON.stringify(config))).toEqual(config)
})

test('a word that is not allowed: place, allowed words, the one probably meant', () => {
  const [issue, ...others] = issuesWhen('registration: self', 'registration: slef')
  expect(others).toEqual([])
  expect(issue).toMatchObject({
    file: 'vd/tenant.yaml',
    line: lineOf('registration: self'),
    column: 17,
    path: 'accounts.registration',
    allowed: ['self', 'issued'],
  })
  expect(issue?.message).toContain('có phải ý là “self”?')
  expect(issue && describeIssue(issue)).toBe(
    `vd/tenant.yaml:${issue?.line}:17 accounts.registration: “slef” không có trong các giá trị được phép; có phải ý là “self”?. Được phép: self | issued.`,
  )
})

test.each([
  ['unknown module', 'modules: [news,', 'modules: [neews,', 'modules[0]', 'có phải ý là “news”?'],
  ['unknown role', '{ key: editor,', '{ key: editr,', 'roles[2].key', 'có phải ý là “editor”?'],
  ['unknown level', 'at: [province]', 'at: [provinc]', 'roles[2].at[0]', 'có phải ý là “province”?'],
  ['unknown agency', 'owner: propaganda', 'owner: propagada', 'newsroom.owner', 'có phải ý là “propaganda”?'],
  ['unknown agency as addressee', 'to: agency:propaganda', 'to: agency:press', 'reporting[0].to', '“press”'],
  ['unknown addressee', 'to: agency:propaganda', 'to: everybody', 'reporting[0].to', 'không biết “everybody” là ai'],
  [
    'undeclared regulation',
    'cite: quy-che/12.1',
    'cite: quy-chee/12.1',
    'newsroom.deadlines[0].cite',
    'có phải ý là “quy-che”?',
  ],
  ['malformed cite', 'cite: quy-che/12.1', 'cite: Điều 12', 'newsroom.deadlines[0].cite', '<quy định>/<điều.khoản>'],
  [
    'bad date',
    'effectiveFrom: 2024-01-25',
    'effectiveFrom: 2024-02-30',
    'regulations.quy-che.effectiveFrom',
    '2024-01-25',
  ],
  [
    'date as people write it',
    'effectiveFrom: 2024-01-25',
    'effectiveFrom: 25/01/2024',
    'regulations.quy-che.effectiveFrom',
    'NĂM-THÁNG-NGÀY',
  ],
  [
    'end before beginning',
    'adHoc: true',
    'from: 2024-05-01, until: 2024-04-01',
    'reporting[0].until',
    'trước khi bắt đầu',
  ],
  ['regulation with a bad key', '  quy-che: {', '  Quy Chế: {', 'regulations.Quy Chế', 'chữ thường không dấu'],
  ['bad cadence', 'trước ngày 27 hằng tháng', 'khoảng cuối tháng', 'reporting[0].due', 'không hiểu kỳ hạn'],
  ['bad duration', 'within: 8h', 'within: 8 tiếng rưỡi', 'newsroom.deadlines[0].within', 'không hiểu khoảng thời gian'],
  ['duration without unit', 'within: 8h', 'within: 8', 'newsroom.deadlines[0].within', 'phải là chữ'],
  [
    'duplicate domain',
    'domains: [so-tay.example.vn]',
    'domains: [a.example.vn, a.example.vn]',
    'domains[1]',
    'đã có ở trên',
  ],
  [
    'domain with a scheme',
    'domains: [so-tay.example.vn]',
    "domains: ['https://a.example.vn']",
    'domains[0]',
    'tên miền',
  ],
  [
    'duplicate level',
    '{ key: cell, name: Chi bộ',
    '{ key: province, name: Chi bộ',
    'organisation.levels[1].key',
    'đã có ở trên',
  ],
  ['unreadable colour', "primary: '#b5121b'", "primary: '#ffd400'", 'brand.colours.primary', 'khó đọc'],
  ['bad colour', "primary: '#b5121b'", 'primary: đỏ', 'brand.colours.primary', '#rrggbb'],
  ['brand outside the folder', 'emblem: brand/e.svg', 'emblem: ../x/e.svg', 'brand.emblem', '.svg'],
  ['unknown zone', 'timezone: Asia/Ho_Chi_Minh', 'timezone: Asia/Hanoi2', 'timezone', 'IANA'],
  [
    'card example against its pattern',
    "example: '12345678'",
    "example: '1234'",
    'accounts.cardScheme[0].example',
    'không khớp',
  ],
  [
    'a pattern that could run for ever',
    "'^[0-9]{8}$'",
    "'^([0-9]+)+$'",
    'accounts.cardScheme[0].pattern',
    'mẫu đơn giản',
  ],
  [
    'meetings on the app instead of real ones',
    'substitutesRealMeeting: false',
    'substitutesRealMeeting: true',
    'meetings.substitutesRealMeeting',
    'không thay sinh hoạt thật',
  ],
  [
    'module without its section',
    'modules: [news, meetings]',
    'modules: [news, meetings, steering]',
    'modules',
    'phải có mục steering',
  ],
])('%s', (_, piece, by, path, said) => {
  const issues = issuesWhen(piece, by)
  expect(issues.map((issue) => issue.path)).toContain(path)
  expect(issues.find((issue) => issue.path === path)?.message).toContain(said)
  expect(issues[0]?.line).toBe(lineOf(piece))
})

test('a missing part and an unknown one are both told, with the keys allowed there', () => {
  const [missing, unknown] = issuesWhen('brand:\n  app: Sổ tay', 'brand:\n  ap: Sổ tay').sort((a) =>
    a.message.includes('thiếu') ? -1 : 1,
  )
  expect(missing).toMatchObject({ path: 'brand.app', message: 'thiếu mục bắt buộc này' })
  expect(unknown).toMatchObject({ path: 'brand', line: lineOf('  app: Sổ tay'), column: 3 })
  expect(unknown?.message).toBe('không có mục “ap”; có phải ý là “app”?')
  expect(unknown?.allowed).toContain('shortName')
})

test('a comma inside an unquoted sentence is explained', () => {
  const [issue] = issuesWhen('hint: Số trên thẻ', 'hint: Số trên thẻ, tám chữ số')
  expect(issue?.message).toContain('dấu nháy')
})

test.each([
  ['tab', 'brand:\n  app', 'brand:\n\tapp', 'Tab'],
  ['unclosed list', 'domains: [so-tay.example.vn]', 'domains: [so-tay.example.vn', 'chưa đóng'],
  ['key twice', 'kind: province', 'kind: province\nkind: province', 'đã được viết ở trên'],
  ['alias to nowhere', 'kind: province', 'kind: *nowhere', 'không trỏ tới'],
])('YAML: %s', (_, piece, by, said) => {
  const issues = issuesWhen(piece, by)
  expect(issues.map((issue) => issue.message).join()).toContain(said)
  expect(issues[0]?.line).toBeGreaterThan(0)
})

test('an alias bomb, a deep nest, a huge file and an empty one are refused', () => {
  const bomb = [
    'a0: &a0 [x, x, x, x]',
    ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]`),
  ]
  expect(issuesOf(bomb.join('\n'))[0]?.message).toContain('bí danh')
  for (const nest of [
    '['.repeat(5_000),
    '{a: '.repeat(5_000),
    '- '.repeat(5_000),
    '["]",'.repeat(5_000),
    '? '.repeat(5_000),
  ]) {
    expect(issuesOf(nest)[0]?.message).toContain('quá sâu')
  }
  expect(issuesOf('x'.repeat(300_000))[0]?.message).toContain('quá lớn')
  expect(issuesOf('')[0]?.message).toBe('phải là nhóm các mục')
  expect(issuesOf('- a\n- b')[0]?.message).toBe('phải là nhóm các mục')
})

test('a file of thousands of strange keys names the first ones only', () => {
  const keys = Array.from({ length: 15_000 }, (_, number) => `k${number}: 1`).join('\n')
  expect(issuesOf(keys).filter((issue) => issue.message.startsWith('không có mục'))).toHaveLength(20)
})

test('names of every object are no keys of the file', () => {
  expect(
    issuesOf(`${exampleTenant}\n__proto__: { polluted: true }\nconstructor: 1\n`).map((issue) => issue.message),
  ).toEqual([expect.stringContaining('“__proto__”'), expect.stringContaining('“constructor”')])
  expect({}).not.toHaveProperty('polluted')
})
