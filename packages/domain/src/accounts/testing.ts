import type { JobPorts, TenantContext } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { generate } from 'otplib'
import { requestCode } from './request-code'
import type { CodePurpose } from './schema'
import { sendCode } from './send-code'
import { sendNotice } from './send-notice'
import { verifyCode } from './verify-code'

export type Message = Parameters<JobPorts['sendText']>[0]

/** Delivers what the outbox holds for one challenge, as the worker would, and returns what left. */
export async function deliver(ctx: TenantContext, challengeId: string): Promise<Message[]> {
  const sent: Message[] = []
  const ports: JobPorts = { sendText: async (message) => void sent.push(message) }
  const rows = await ctx.db.select().from(outbox)
  for (const row of rows) {
    if (row.job !== sendCode.name || row.input.challengeId !== challengeId) continue
    await sendCode.handler(ctx, sendCode.input.parse(row.input), ports)
  }
  return sent
}

/** Delivers the notices the outbox holds for a member, as the worker would, and returns what left. */
export async function noticesIn(ctx: TenantContext, memberId: string): Promise<Message[]> {
  const sent = new Map<string, Message>()
  // A key leaves once, however often it is asked for: the port's part of the bargain.
  const ports: JobPorts = { sendText: async (message) => void sent.set(message.key, message) }
  for (const row of await ctx.db.select().from(outbox)) {
    if (row.job !== sendNotice.name || row.input.memberId !== memberId) continue
    await sendNotice.handler({ ...ctx, requestId: row.id }, sendNotice.input.parse(row.input), ports)
  }
  return [...sent.values()]
}

export interface Person {
  cardNumber: string
  phone: string | null
}

/** Goes through code and message to a proof. */
export async function proofFor(
  ctx: TenantContext,
  purpose: Exclude<CodePurpose, 'phone-change'>,
  { cardNumber, phone }: Person,
) {
  const asked = { purpose, cardNumber, phone: phone ?? '', address: `near ${cardNumber}` }
  const { challengeId } = await requestCode(ctx, asked)
  const [message] = await deliver(ctx, challengeId)
  const { proof } = await verifyCode(ctx, { challengeId, code: message?.code ?? '' })
  return { challengeId, proof }
}

/** The code an authenticator app shows at the context's time. */
export const totpAt = (ctx: TenantContext, secret: string): Promise<string> =>
  generate({ secret, epoch: Math.floor(ctx.clock.now().getTime() / 1000) })

interface Debuggable {
  $client: { options: { debug?: (connection: number, statement: string) => void } }
}

/** The statements an act sends to the province's database, transactions' own included. */
export async function statementsOf(ctx: TenantContext, act: () => Promise<unknown>): Promise<string[]> {
  const { options } = (ctx.db as unknown as Debuggable).$client
  const statements: string[] = []
  options.debug = (_, statement) => void statements.push(statement)
  try {
    await act()
  } finally {
    options.debug = undefined
  }
  return statements
}
