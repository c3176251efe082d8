import { spawn } from 'node:child_process'
import type { DatabaseUser } from './database-user'

export type BinaryRun = {
  user: DatabaseUser | undefined
  /** Descriptors the program inherits as 3, 4, … */
  inherit: number[]
  input?: string
}

/** Runs one of the package's programs to its end. @throws Error with everything it printed when it fails */
export function runBinary(program: string, args: string[], { user, inherit, input = '' }: BinaryRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      env: databaseEnvironment,
      stdio: ['pipe', 'pipe', 'pipe', ...inherit],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output))))
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

/** Nothing of the caller's environment reaches the server: PG* variables and locales would change how it starts. */
export const databaseEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  NODE_ENV: undefined as unknown as NodeJS.ProcessEnv['NODE_ENV'],
  LC_ALL: 'C',
  TZ: 'UTC',
}
