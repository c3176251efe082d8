import { NotFound } from '@sotay/kernel'
import { type DemoMessage, readDemoOutbox } from '@sotay/tenancy'
import type { OperationsContext } from '../context'

export type { DemoMessage }

const LIMIT = 100

/**
 * Messages sent in a demonstration, newest first. Elsewhere there is no text to be read, and no list.
 * @param to a telephone number, with or without country code and separators; everybody's when absent
 * @throws NotFound outside a demonstration
 */
export async function listDemoMessages(ctx: OperationsContext, to?: string): Promise<DemoMessage[]> {
  if (!ctx.settings.demo) throw new NotFound()
  return readDemoOutbox(ctx.platform, { to: to === undefined ? undefined : national(to), limit: LIMIT })
}

// Numbers leave in the national form; an address decodes its + as a space.
const national = (typed: string): string => typed.replace(/[\s.()-]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))0?/, '0')
