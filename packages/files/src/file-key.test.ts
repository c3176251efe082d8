import fc from 'fast-check'
import { expect, test } from 'vitest'
import { belongsTo, fileKey, filePrefix, InvalidFileKey, storedFileKey } from './file-key'

const tenant = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
const other = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c'

test.each(['', '.', '..', 'a/b', 'a\\b', '\0', 'a\nb', '\uD800', '/', '../x'])('segment %j is refused', (segment) => {
  expect(() => fileKey(tenant, 'ok', segment)).toThrow(InvalidFileKey)
})

test.each(['', '..', 'A', 'a/b', `${tenant}/`, '-a', 'a'.repeat(64)])('province %j is refused', (tenantId) => {
  expect(() => fileKey(tenantId, 'a')).toThrow(InvalidFileKey)
})

test('a key longer than a store takes is refused', () => {
  expect(() => fileKey(tenant, 'ấ'.repeat(400))).toThrow(InvalidFileKey)
})

test('names are kept in one form', () => {
  expect(fileKey(tenant, 'Hòa'.normalize('NFD'))).toBe(`${tenant}/${'Hòa'.normalize('NFC')}`)
})

test('no key that can be made escapes its prefix, whatever the segments', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('..', '.', '/', `../${other}`, '%2e%2e', '％'))
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (segments) => {
      let key: ReturnType<typeof fileKey>
      try {
        key = fileKey(tenant, ...(segments as [string]))
      } catch (error) {
        return error instanceof InvalidFileKey
      }
      const resolved = decodeURI(new URL(`http://s/${key.split('/').map(encodeURIComponent).join('/')}`).pathname)
      return (
        key.startsWith(`${tenant}/`) &&
        resolved.startsWith(`/${tenant}/`) &&
        belongsTo(tenant, key) &&
        !belongsTo(other, key)
      )
    }),
    { numRuns: 2_000 },
  )
})

test('a stored key is believed only as its own province', () => {
  const key = fileKey(tenant, 'articles', 'a.jpg')
  expect(storedFileKey(tenant, key)).toBe(key)
  expect(() => storedFileKey(other, key)).toThrow(InvalidFileKey)
  expect(() => storedFileKey(tenant, `${tenant}/../${other}/a`)).toThrow(InvalidFileKey)
  expect(() => storedFileKey(tenant, tenant)).toThrow(InvalidFileKey)
})

test('a province whose id begins like another one is another one', () => {
  expect(belongsTo('ab', filePrefix('abc'))).toBe(false)
})
