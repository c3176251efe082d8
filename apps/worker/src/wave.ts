/** Writes the true lengths into the header of a WAV that was made as a stream, and so without them. */
export function closeWave(wave: Buffer): Buffer {
  const data = wave.indexOf('data', 12, 'latin1')
  if (wave.toString('latin1', 0, 4) !== 'RIFF' || data < 0) throw new Error('not a WAV')
  const closed = Buffer.from(wave)
  closed.writeUInt32LE(closed.length - 8, 4)
  closed.writeUInt32LE(closed.length - data - 8, data + 4)
  return closed
}
