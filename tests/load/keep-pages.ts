import { ask } from '../harness/http-client'
import type { Kept } from './bare-plan'
import type { Visitor } from './visitors'

/** Headers that node:http writes by itself. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']

/** The page as each visitor is shown it. @throws when one is answered anything but the page */
export async function keepPages(port: number, path: string, visitors: readonly Visitor[]): Promise<(Visitor & Kept)[]> {
  const kept: (Visitor & Kept)[] = []
  for (const visitor of visitors) {
    const { status, headers, body } = await ask(port, { ...visitor, path })
    if (status !== 200) throw new Error(`${visitor.host}${path} answered ${status}`)
    const own = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || OF_THE_CONNECTION.includes(name) ? [] : [[name, value] as const],
    )
    kept.push({ ...visitor, headers: Object.fromEntries(own), body })
  }
  return kept
}
