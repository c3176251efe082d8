import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openLetter, sealLetter } from './sealed-letter'

const publicOf = (seed: Buffer): string => {
  const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const der = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' })).export({
    format: 'der',
    type: 'spki',
  })
  return der.subarray(-32).toString('base64url')
}

test('a letter opens for whom it was sealed, under its label, and for nobody else', () => {
  for (let round = 0; round < 20; round++) {
    const [seed, other] = [randomBytes(32), randomBytes(32)]
    const letter = sealLetter(publicOf(seed), 'thư/1', 'Lý lịch đồng chí Lê Văn Thử')
    expect(openLetter(seed, 'thư/1', letter)).toBe('Lý lịch đồng chí Lê Văn Thử')
    expect(openLetter(other, 'thư/1', letter)).toBeUndefined()
    expect(openLetter(seed, 'thư/2', letter)).toBeUndefined()
  }
})

test('any altered byte closes a letter, and no two letters are alike', () => {
  const seed = randomBytes(32)
  const bytes = Buffer.from(sealLetter(publicOf(seed), 'a', 'xin chào'), 'base64url')
  for (const at of bytes.keys()) {
    const altered = Buffer.from(bytes)
    altered[at] = bytes.readUInt8(at) ^ 1
    expect(openLetter(seed, 'a', altered.toString('base64url'))).toBeUndefined()
  }
  expect(openLetter(seed, 'a', bytes.subarray(0, 40).toString('base64url'))).toBeUndefined()
  expect(sealLetter(publicOf(seed), 'a', 'xin chào')).not.toBe(bytes.toString('base64url'))
})
