import { modules } from '@sotay/domain'
import { systemClock } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import type { TestTenant } from '@sotay/testing'
import { desc, eq } from 'drizzle-orm'

const JOB = 'accounts.send-code'

/** Does the worker's part for the newest one-time code of a province. @returns the code, if one leaves at all */
export async function deliveredCode({ ctx }: TestTenant): Promise<string | undefined> {
  const job = modules.flatMap((module) => module.jobs).find((entry) => entry.name === JOB)
  const [row] = await ctx.db.select().from(outbox).where(eq(outbox.job, JOB)).orderBy(desc(outbox.id)).limit(1)
  let sent: string | undefined
  const sendText = async ({ code }: { code?: string }) => {
    sent = code
  }
  await job!.handler({ ...ctx, clock: systemClock }, job!.input.parse(row!.input), { sendText })
  return sent
}
