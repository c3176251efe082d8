import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { inPieces, makeWorkbookFile, makeZip } from './factory'
import { openTable, type SheetRefused, type TableLimits, tableLimits, writeCsv, writeWorkbook } from './index'

async function read(bytes: Uint8Array, limits: Partial<TableLimits> = {}) {
  const lines = []
  for await (const line of openTable(inPieces(bytes, 1000), 'x', { ...tableLimits, ...limits })) lines.push(line)
  return lines
}
const cells = async (bytes: Uint8Array) => (await read(bytes)).map((line) => line.cells)
const refusal = async (bytes: Uint8Array, limits: Partial<TableLimits> = {}) => {
  const { code, line } = await read(bytes, limits).then(
    () => ({ code: 'read', line: undefined }),
    (error: SheetRefused) => error,
  )
  return line === undefined ? code : `${code}@${line}`
}

const layout = {
  sheet: 'Danh sách: đảng viên/2025',
  columns: [
    { header: 'Họ và tên', value: (row: [string, Date | null, number | null]) => row[0] },
    { header: 'Ngày sinh', value: (row: [string, Date | null, number | null]) => row[1] },
    { header: 'Tuổi Đảng', value: (row: [string, Date | null, number | null]) => row[2] },
  ],
}
const formulas = ['=HYPERLINK("http://x")', '+84901234567', '-1', '@SUM(A1)', '\t=1', '\r=1']

test('what is written as a workbook is read back; texts that look like formulas are texts', async () => {
  const rows = formulas.map((text): [string, Date | null, number | null] => [text, new Date('1930-02-03'), null])
  const file = await writeWorkbook({ ...layout, title: 'Danh sách' }, [...rows, ['Đỗ Hoà', null, 30]])
  expect(file.includes('<f>')).toBe(false)
  expect(await cells(file)).toEqual([
    ['Danh sách'],
    ['Họ và tên', 'Ngày sinh', 'Tuổi Đảng'],
    ...formulas.map((text) => [text, '1930-02-03']),
    ['Đỗ Hoà', '', '30'],
  ])
})

test('separated text is escaped for Excel and read back', async () => {
  const file = await writeCsv(layout, [...formulas.map((text): [string, null, null] => [text, null, null])])
  expect(file.toString()).toMatch(/^\ufeffHọ và tên,/)
  expect(file.toString()).toContain("'+84901234567")
  expect((await cells(file)).slice(1)).toEqual(formulas.map((text) => [text]))
})

test('a cell is what the sheet shows: shared and rich text, days, zeros, a formula by its last value', async () => {
  const file = makeWorkbookFile({
    strings:
      '<si><t>Nguyễn &amp; Lê</t></si><si><r><t>Chi </t></r><r><t xml:space="preserve">bộ</t></r><rPh><t>x</t></rPh></si>',
    styles: `<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="00000000"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>`,
    rows: `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" s="1"><v>45658</v></c>
      <c r="E2" s="2"><v>12345</v></c><c r="F2" t="str"><f>CMD|'/c calc'!A0</f><v>cũ</v></c><c r="G2"><v>4.9123456E7</v></c></row>
      <row r="3"><c r="A3" s="1"/></row><row r="5"><c r="AB5" t="inlineStr"><is><t>xa</t></is></c></row>`,
  })
  expect(await read(file)).toEqual([
    { line: 2, cells: ['Nguyễn & Lê', 'Chi bộ', '', '2025-01-01', '00012345', 'cũ', '49123456'] },
    { line: 5, cells: [...Array(27).fill(''), 'xa'] },
  ])
})

test('a hidden sheet is passed over', async () => {
  const workbook =
    '<sheets><sheet name="A" state="hidden" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId4"/></sheets>'
  expect(await cells(makeWorkbookFile({ rows: '', workbook }))).toEqual([['2']])
})

test('each limit stops the reading at its line', async () => {
  const rows = (count: number) => '<row><c><v>1</v></c><c><v>22</v></c></row>'.repeat(count)
  expect(await refusal(makeWorkbookFile({ rows: rows(3) }), { rows: 2 })).toBe('too-many-rows@3')
  expect(await refusal(makeWorkbookFile({ rows: rows(1) }), { columns: 1 })).toBe('too-many-columns@1')
  expect(await refusal(makeWorkbookFile({ rows: rows(1) }), { cellCharacters: 1 })).toBe('cell-too-long@1')
  expect(await refusal(makeWorkbookFile({ rows: rows(1) }), { bytes: 500 })).toBe('too-large')
  expect(await refusal(Buffer.from('a\nb\nc'), { rows: 2 })).toBe('too-many-rows@3')
  expect(await refusal(Buffer.from('a\nb,c'), { columns: 1 })).toBe('too-many-columns@2')
})

test('a bomb is stopped by what it declares, and by what it holds when it lies (H29)', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(40_000)
  expect(await refusal(makeWorkbookFile({ rows }), { expandedBytes: 1_000_000 })).toBe('expands-too-far')
  expect(await refusal(makeWorkbookFile({ rows, declaredSheet: 100 }), { expandedBytes: 1_000_000 })).toBe('damaged')
  const strings = `<si><t>${'x'.repeat(500_000)}</t></si>`
  expect(await refusal(makeWorkbookFile({ rows: '', strings }))).toBe('cell-too-long')
  expect(await refusal(makeWorkbookFile({ rows: `<!--${'x'.repeat(3_000_000)}-->` }))).toBe('damaged')
  expect(await refusal(makeWorkbookFile({ rows: `<row r="${'9'.repeat(3_000_000)}"/>` }))).toMatch(/^damaged/)
})

test('entities are refused before any is read (H37)', async () => {
  const doctype = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const rows = '<row><c t="inlineStr"><is><t>&c;&x;</t></is></c></row>'
  expect(await refusal(makeWorkbookFile({ doctype, rows }))).toBe('entities')
  expect(await refusal(makeWorkbookFile({ rows }))).toBe('damaged')
})

test('what is no workbook of this kind is named', async () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(70_000)])
  const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100)])
  expect(await refusal(ole)).toBe('old-excel')
  expect(await refusal(encrypted)).toBe('encrypted')
  expect(await refusal(makeZip([{ name: 'content.xml', content: '<a/>' }]))).toBe('open-document')
  expect(await refusal(makeZip([{ name: 'a.txt', content: 'a' }]))).toBe('not-a-table')
  expect(await refusal(pdf)).toBe('not-a-table')
  expect(await refusal(Buffer.alloc(0))).toBe('empty')
  const whole = makeWorkbookFile({ rows: '' })
  expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('damaged')
})

test('references that jump back or point nowhere are damage, not data', async () => {
  expect(await refusal(makeWorkbookFile({ rows: '<row r="5"/><row r="4"/>' }))).toBe('damaged@5')
  expect(await refusal(makeWorkbookFile({ rows: '<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>' }))).toBe(
    'damaged@1',
  )
  expect(await refusal(makeWorkbookFile({ rows: '<row><c t="s"><v>7</v></c></row>' }))).toBe('damaged@1')
})

const roster = 'Họ và tên;Chi bộ\nNguyễn Thị Ngọc Ánh;Chi bộ thôn Phước Lộc\nĐặng Quốc Việt;"Chi bộ; ấp Mỹ Hưng"\n'
const rosterCells = [
  ['Họ và tên', 'Chi bộ'],
  ['Nguyễn Thị Ngọc Ánh', 'Chi bộ thôn Phước Lộc'],
  ['Đặng Quốc Việt', 'Chi bộ; ấp Mỹ Hưng'],
]
// Windows-1258 writes a tone as a mark of its own after the vowel.
const in1258 = () =>
  iconv.encode(
    roster
      .normalize('NFD')
      .replace(/([aAeEoO])(\u0323?)\u0302/g, (_, letter, dot) => `${`${letter}\u0302`.normalize('NFC')}${dot}`)
      .replace(/([aA])(\u0323?)\u0306/g, (_, letter, dot) => `${`${letter}\u0306`.normalize('NFC')}${dot}`)
      .replace(/([oOuU])(\u0323?)\u031b/g, (_, letter, dot) => `${`${letter}\u031b`.normalize('NFC')}${dot}`),
    'windows-1258',
  )

test.each([
  ['UTF-8', () => Buffer.from(roster)],
  ['UTF-8 in decomposed letters', () => Buffer.from(roster.normalize('NFD'))],
  ['UTF-8 with its mark', () => Buffer.from(`\ufeff${roster}`)],
  ['UTF-16', () => Buffer.from(`\ufeff${roster}`, 'utf16le')],
  ['UTF-16 without a mark', () => Buffer.from(roster, 'utf16le')],
  ['Windows-1258', in1258],
  ['TCVN3', () => iconv.encode(roster, 'tcvn')],
] as const)('separated text in %s', async (_, bytes) => {
  expect(await cells(bytes())).toEqual(rosterCells)
})

test('text that no encoding explains is refused at its line', async () => {
  const broken = Buffer.concat([
    Buffer.from('Họ và tên\nĐỗ Hoà\nLê '),
    Buffer.from([0xc3, 0x28]),
    Buffer.from('\nVõ Tá\n'),
  ])
  expect(await refusal(broken)).toBe('encoding@3')
  expect(await refusal(Buffer.concat([Buffer.from('abc\n'), Buffer.from([0x80, 0x81, 0x8d, 0xff, 0xfe])]))).toBe(
    'encoding@2',
  )
})

test.each([
  ['commas', 'a,b\n1,2\n'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['a separator that Excel named', 'sep=;\na;b\n1;2\n'],
  ['empty lines and empty cells at the end', '\n\na,b,,\n\n1,2,,\n'],
])('%s', async (_, text) => {
  expect(await cells(Buffer.from(text))).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('a quote that never closes is refused, not swallowed', async () => {
  expect(await refusal(Buffer.from(`a,b\n"1,2\n${'3,4\n'.repeat(100)}`))).toMatch(/^damaged/)
  expect(await refusal(Buffer.from(`a,b\n"1,2\n${'3,4\n'.repeat(200_000)}`))).toMatch(/^cell-too-long/)
})
