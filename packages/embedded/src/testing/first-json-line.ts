import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** The first line a process prints, parsed. @throws Error with its standard error when it ends before that */
export function firstJsonLine<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    let errors = ''
    child.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    createInterface({ input: child.stdout as Readable }).once('line', (line) => resolve(JSON.parse(line) as T))
    child.once('close', () => reject(new Error(`ended before its first line: ${errors}`)))
  })
}
