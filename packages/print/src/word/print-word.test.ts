import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { documentOf, HOSTILE, VIETNAMESE } from '../testing'
import { printWord } from './print-word'

const bodyOf = (file: Buffer) => {
  const body = unzipSync(new Uint8Array(file))['word/document.xml']
  return strFromU8(body!)
}

test('the file opens and its body holds the text', async () => {
  const file = await printWord(documentOf())
  const body = bodyOf(file)
  for (const part of [VIETNAMESE, 'CHI BỘ THÔN BÌNH AN', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'PHIẾU ĐẢNG VIÊN', 'T/M CHI BỘ'])
    expect(body).toContain(part)
  const styles = strFromU8(unzipSync(new Uint8Array(file))['word/styles.xml']!)
  expect(styles).toContain('Times New Roman')
})

test('2,000 rows stand in one table whose head repeats', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => [String(index), `Đồng chí ${index}`])
  const body = bodyOf(await printWord(documentOf({ blocks: [{ kind: 'table', columns: ['TT', 'Tên'], rows }] })))
  expect(body.match(/<w:tblHeader\b/g)?.length).toBe(1)
  expect(body.match(/Đồng chí \d+/g)?.length).toBe(2_000)
})

test('hostile text leaves well-formed XML', async () => {
  const body = bodyOf(
    await printWord({
      issuer: { name: HOSTILE.join(' ') },
      title: HOSTILE[4]!,
      blocks: [
        ...HOSTILE.map((text) => ({ kind: 'paragraph' as const, text })),
        { kind: 'facts', rows: [[HOSTILE[4]!, HOSTILE.join('\n')]] },
        { kind: 'table', columns: HOSTILE, rows: [HOSTILE] },
      ],
    }),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(body).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u)
  expect(body).toContain('&lt;w:t&gt;&amp;amp;&lt;/w:t&gt;')
  expect(body.replace(/<[^<>]*>/g, '')).not.toContain('<')
})
