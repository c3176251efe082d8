import { expect, test } from 'vitest'
import { speechPieces } from './speech'

test('no word is lost and no piece is long', () => {
  const text = `${'Hội nghị thảo luận kết quả thực hiện nhiệm vụ. '.repeat(40)}\n${'rất '.repeat(200)}dài`
  const pieces = speechPieces(text)
  expect(pieces.join(' ').split(/\s+/)).toEqual(text.split(/\s+/))
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(220)
})

test('a text without words has nothing to read', () => {
  expect(speechPieces(' \n ')).toEqual([])
})
