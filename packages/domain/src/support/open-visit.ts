import { audit, Invalid, NotFound, newId, type TenantContext, transaction } from '@sotay/kernel'
import { type OpenVisit, openVisitInput } from './inputs'
import { supportVisit } from './schema'
import { hashOf, newToken } from './secret-token'

/** The door stands open for a minute. */
const HANDOVER_SECONDS = 60

export interface OpenedVisit {
  id: string
  /** To be typed at the province's door once; the database has its hash. */
  code: string
  codeUntil: Date
  endsAt: Date
}

/**
 * Opens a support visit: the vendor's operator may enter this province once, within a minute, to look at it as holders of
 * a role do. The vendor's operations alone call it.
 * @param mostMinutes the longest the vendor lets a visit be
 * @throws NotFound for anybody of the province · Invalid by field
 */
export async function openVisit(ctx: TenantContext, input: OpenVisit, mostMinutes: number): Promise<OpenedVisit> {
  if (ctx.actor.kind !== 'operator') throw new NotFound()
  const { operatorId } = ctx.actor
  const parsed = openVisitInput.safeParse(input)
  if (!parsed.success) throw new Invalid(parsed.error.flatten((issue) => issue.message).fieldErrors)
  const { minutes, ...asked } = parsed.data
  if (minutes > mostMinutes) throw new Invalid({ minutes: ['support.minutes-needed'] })
  if (asked.role === 'member' || !ctx.config.roles.some(({ key }) => key === asked.role)) {
    throw new Invalid({ role: ['support.role-needed'] })
  }
  const now = ctx.clock.now()
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const code = newToken()
  const visit = {
    ...{ id: newId(), operatorId, ...asked, openedAt: now, endsAt: after(minutes * 60) },
    ...{ handoverHash: hashOf(code), handoverUntil: after(HANDOVER_SECONDS) },
  }
  await transaction(ctx, async (tx) => {
    await tx.db.insert(supportVisit).values(visit)
    audit(tx, 'support.visit-opened', visit, { ticket: visit.ticket, role: visit.role, until: visit.endsAt })
  })
  return { id: visit.id, code, codeUntil: visit.handoverUntil, endsAt: visit.endsAt }
}
