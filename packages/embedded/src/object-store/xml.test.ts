import { expect, test } from 'vitest'
import { childrenOf, documentOf, element, parseDocument, textOf } from './xml'

test('what is written is read back, whatever the text', () => {
  const key = 'a & <b> "đ" \'e\' ]]>'
  const parsed = parseDocument(documentOf('Delete', element('Object', element('Key', key))), 'Delete')
  expect(textOf(childrenOf(parsed, 'Object')[0] ?? '', 'Key')).toBe(key)
})

test.each([
  '<!DOCTYPE a [<!ENTITY b "bbbb">]><Delete>&b;</Delete>',
  '<Delete><Object>',
  '<Other/>',
  'no xml',
  '<Delete>'.repeat(100_000),
])('a document type, another root or broken XML is refused: %.40s', (text) => {
  expect(() => parseDocument(text, 'Delete')).toThrow(expect.objectContaining({ code: 'MalformedXML' }))
})
