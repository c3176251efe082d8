import { readFileSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running embedded instance tells the command line about itself. */
export interface RunFile {
  pid: number
  startedAt: string
  /** `SOTAY_*` with which its servers are reached. Holds the installation's secret: mode 0600. */
  env: Record<string, string>
  urls: Record<string, string>
  children: Record<string, number>
}

const pathIn = (dataDirectory: string) => join(dataDirectory, 'run.json')

/** @param dataDirectory SOTAY_DATA */
export async function readRunFile(dataDirectory: string): Promise<RunFile | undefined> {
  try {
    return JSON.parse(await readFile(pathIn(dataDirectory), 'utf8')) as RunFile
  } catch {
    return undefined
  }
}

export async function writeRunFile(dataDirectory: string, content: RunFile): Promise<void> {
  const path = pathIn(dataDirectory)
  const draft = `${path}.${process.pid}`
  await writeFile(draft, JSON.stringify(content, null, 2), { mode: 0o600 })
  await rename(draft, path)
}

export const removeRunFile = (dataDirectory: string): Promise<void> => rm(pathIn(dataDirectory), { force: true })

/** Whether the process that wrote the file still runs: its id may meanwhile be another program's. */
export function isRunning({ pid }: Pick<RunFile, 'pid'>): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start')
  } catch {
    return process.platform !== 'linux'
  }
}
