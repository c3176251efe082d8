import { expect, test } from 'vitest'
import { documentOf, HOSTILE, pagesOf, VIETNAMESE } from '../testing'
import { printPdf } from './print-pdf'

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

test('Vietnamese text can be selected and searched letter for letter', async () => {
  const [page] = await pagesOf(await printPdf(documentOf()))
  for (const word of VIETNAMESE.split(' ')) expect(page).toContain(word)
})

test('decomposed input is printed composed', async () => {
  const [page] = await pagesOf(
    await printPdf(documentOf({ blocks: [{ kind: 'paragraph', text: 'Nguyễn Thị Hường'.normalize('NFD') }] })),
  )
  expect(page).toContain('Nguyễn Thị Hường')
})

test('the head names issuer, Party, number, place and title', async () => {
  const page = oneLine((await pagesOf(await printPdf(documentOf())))[0] ?? '')
  for (const part of [
    'ĐẢNG BỘ XÃ TRÀ BỒNG',
    'CHI BỘ THÔN BÌNH AN',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số 12-TB/CB',
    'Trà Bồng, ngày 03 tháng 02 năm 2026',
    'PHIẾU ĐẢNG VIÊN',
    'Bản in thử',
    'T/M CHI BỘ',
  ])
    expect(page).toContain(part)
})

test('2,000 rows: none is lost, each page repeats the head and bears its number', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => [`${index + 1}.`, `Đồng chí số ${index + 1}`, 'Chi bộ thôn'])
  const pages = await pagesOf(
    await printPdf(documentOf({ blocks: [{ kind: 'table', columns: ['TT', 'Họ và tên khai sinh', 'Nơi'], rows }] })),
  )
  expect(pages.length).toBeGreaterThan(20)
  const text = oneLine(pages.join(' '))
  for (const index of [1, 2, 999, 1_000, 1_999, 2_000]) expect(text).toContain(`${index}. Đồng chí số ${index}`)
  const withRows = pages.filter((page) => page.includes('Đồng chí số'))
  for (const page of withRows) expect(oneLine(page)).toContain('TT Họ và tên khai sinh Nơi')
  expect(pages[0]?.trimStart().startsWith('1\n')).toBe(false)
  expect(pages[4]?.trimStart().startsWith('5')).toBe(true)
  expect(text.match(/Đồng chí số \d+/g)?.length).toBe(2_000)
})

test('a row taller than a page goes on, whole, over the next pages', async () => {
  const words = Array.from({ length: 3_000 }, (_, index) => `chữ${index}`)
  const pages = await pagesOf(
    await printPdf(
      documentOf({ blocks: [{ kind: 'table', columns: ['Nội dung', 'Số'], rows: [[words.join(' '), '1']] }] }),
    ),
  )
  expect(pages.length).toBeGreaterThan(1)
  const text = oneLine(pages.join(' '))
  for (const word of [words[0], words[1_500], words[2_999]]) expect(text).toContain(word)
})

test('hostile text in every place is printed or left out, and the file opens', async () => {
  const all = HOSTILE.join(' ')
  const pages = await pagesOf(
    await printPdf({
      issuer: { above: HOSTILE[2], name: HOSTILE[0]! },
      number: HOSTILE[4],
      title: HOSTILE[5]!,
      blocks: [
        { kind: 'heading', text: HOSTILE[3]! },
        ...HOSTILE.map((text) => ({ kind: 'paragraph' as const, text })),
        { kind: 'facts', rows: [[HOSTILE[1]!, all]] },
        { kind: 'table', columns: [all, '', 'x'.repeat(9_000)], rows: [HOSTILE, [], [HOSTILE[1]!]] },
        { kind: 'table', columns: [], rows: [] },
      ],
      signatures: HOSTILE.slice(2, 5).map((role) => ({ role, name: role })),
    }),
  )
  const text = pages.join('\n')
  expect(text).toContain('abcd')
  expect(text).toContain('<w:t>&amp;</w:t>')
  expect(text).not.toMatch(/\p{Bidi_Control}/u)
  expect(text.match(/w/g)?.length).toBeGreaterThan(150_000)
})

test('a wide table turns the page on its side', async () => {
  const columns = Array.from({ length: 9 }, (_, index) => `Cột ${index}`)
  const file = await printPdf(documentOf({ blocks: [{ kind: 'table', columns, rows: [columns] }] }))
  expect(file.toString('latin1')).toMatch(/MediaBox \[0 0 841\.89 595\.28\]/)
})
