import { spawn } from 'node:child_process'
import { finished } from 'node:stream/promises'
import type { Log } from '@sotay/jobs'
import type { JobPorts, SpokenText } from '@sotay/kernel'
import { closeWave } from './wave'

/** A long article of 20,000 letters is some 25 minutes of speech, made in about 20 s. */
const MAX_LETTERS = 20_000
const MAX_BYTES = 80 * 1024 * 1024
const TIME_LIMIT_MS = 60_000
const VOICES = { vi: 'vi', en: 'en' } as const

/** Finds espeak-ng, and lame for files a tenth the size. Nothing when the machine cannot speak. */
export async function findVoice(log: Log): Promise<JobPorts['synthesize']> {
  if (!(await answers('espeak-ng'))) {
    log.warn({}, 'no voice here: espeak-ng is not installed; pages read aloud with the browser alone')
    return undefined
  }
  const small = await answers('lame')
  return (text, locale) => speak(text, locale, small)
}

const answers = (program: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })

async function speak(text: string, locale: 'vi' | 'en', small: boolean): Promise<SpokenText> {
  const spoken = Buffer.from(text.slice(0, MAX_LETTERS))
  const wave = await pass('espeak-ng', ['-v', VOICES[locale], '-s', '150', '-b', '1', '--stdin', '--stdout'], spoken)
  if (!small) return { audio: closeWave(wave), contentType: 'audio/wav' }
  const audio = await pass('lame', ['--quiet', '-m', 'm', '-b', '32', '-', '-'], wave)
  return { audio, contentType: 'audio/mpeg' }
}

/** Runs a program with `input` on its standard input. @returns what it wrote @throws when it fails or exceeds a limit */
async function pass(program: string, args: string[], input: Buffer): Promise<Buffer> {
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const chunks: Buffer[] = []
  let size = 0
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_BYTES) child.kill('SIGKILL')
    else chunks.push(chunk)
  })
  // A program that ends early closes its input; its exit code says why.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = await Promise.all([ended, finished(child.stdout)])
  if (code !== 0) throw new Error(`${program} ended with ${code ?? 'a signal'}`)
  return Buffer.concat(chunks)
}
