import { expect, test } from 'vitest'
import { findVoice } from './find-voice'
import { closeWave } from './wave'

const said: string[] = []
const log = { info() {}, error() {}, warn: (_: object, message: string) => void said.push(message) }

test('a machine without espeak-ng has no voice and says so', async () => {
  const path = process.env.PATH
  process.env.PATH = '/nowhere'
  try {
    expect(await findVoice(log)).toBeUndefined()
  } finally {
    process.env.PATH = path
  }
  expect(said).toEqual([expect.stringContaining('espeak-ng')])
})

test('a machine with espeak-ng speaks what it is given as text, never as an option', async (context) => {
  const speak = await findVoice(log)
  if (!speak) return context.skip('espeak-ng is not installed')
  const { audio, contentType } = await speak('--version; $(id) Kính thưa các đồng chí.', 'vi')
  expect(audio.length).toBeGreaterThan(5_000)
  const start = contentType === 'audio/mpeg' ? audio[0] : audio.toString('latin1', 0, 4)
  expect(start).toBe(contentType === 'audio/mpeg' ? 0xff : 'RIFF')
})

test('a streamed WAV gets its true lengths', () => {
  const wave = Buffer.alloc(48)
  wave.write('RIFF', 0, 'latin1')
  wave.writeUInt32LE(0x7ffff024, 4)
  wave.write('WAVEfmt ', 8, 'latin1')
  wave.write('data', 36, 'latin1')
  wave.writeUInt32LE(0x7ffff000, 40)
  const closed = closeWave(wave)
  expect([closed.readUInt32LE(4), closed.readUInt32LE(40)]).toEqual([40, 4])
  expect(() => closeWave(Buffer.from('no wave at all'))).toThrow('not a WAV')
})
