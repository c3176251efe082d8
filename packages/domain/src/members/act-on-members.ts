import {
  audit,
  authorize,
  Conflict,
  Invalid,
  NotFound,
  newId,
  type Scope,
  type TenantContext,
  type TransactionContext,
  todayOf,
  transaction,
} from '@sotay/kernel'
import { and, inArray, type SQL } from 'drizzle-orm'
import { isExemptFrom } from './exempt-member'
import { type ActOnMembers, actOnMembersInput, MOST_AT_ONCE, type ParsedActOnMembers } from './inputs'
import { askRoster } from './list-members'
import { changedBy } from './record-changes'
import { recordLines } from './record-lines'
import { conditionsOf } from './roster-conditions'
import { member, type RosterLineBefore, rosterAction } from './schema'

type Row = typeof member.$inferSelect
type Change = Partial<Pick<Row, 'status' | 'confirmedOn' | 'probationEndsOn' | 'exemptFrom' | 'exemptUntil'>>

export interface BulkOutcome {
  actionId: string
  changed: number
  /** Chosen, but not in a state for it: already exempt, not probationary. */
  passedOver: number
}

/**
 * Does one act to many lines at once: those chosen, or all that match a filter while their number is the one that was
 * shown. It can be undone as a whole.
 * @param also the filter's conditions that other modules know the meaning of
 * @throws NotFound when one is outside the actor's scope · Conflict when the number is another one, or nobody is in a state
 * for it · Invalid for impossible days, or more than `MOST_AT_ONCE`
 * Source: R8
 */
export async function actOnMembers(
  ctx: TenantContext,
  input: ActOnMembers,
  also?: readonly SQL[],
): Promise<BulkOutcome> {
  const scope = authorize(ctx, 'members.manage')
  const asked = actOnMembersInput.parse(input)
  assertDays(ctx, asked)
  return transaction(ctx, async (tx) => {
    const chosen = await choose(tx, scope, asked, also)
    const changes = chosen.flatMap((row) => {
      const to = changeOf(asked, row)
      return to ? [{ row, to }] : []
    })
    if (changes.length === 0) throw new Conflict('members.nobody-to-change')
    await recordLines(tx, changes)
    const action = { id: newId(), kind: asked.act, madeBy: changedBy(tx), madeAt: tx.clock.now() }
    await tx.db.insert(rosterAction).values({ ...action, before: changes.map(({ row }) => before(row)) })
    audit(tx, 'members.changed-many', action, { act: asked.act, count: changes.length })
    return { actionId: action.id, changed: changes.length, passedOver: chosen.length - changes.length }
  })
}

async function choose(
  tx: TransactionContext,
  scope: Scope,
  { all, memberIds }: ParsedActOnMembers,
  also: readonly SQL[] | undefined,
): Promise<Row[]> {
  const filter = all?.filter ?? { search: '' }
  const { question } = await askRoster(tx, scope, filter, all ? also : undefined)
  const wanted = [...new Set(memberIds)]
  if (!all && wanted.length === 0) throw new Invalid({ memberIds: ['members.nobody-chosen'] })
  const rows = await tx.db
    .select()
    .from(member)
    .where(and(...conditionsOf({ ...question, strict: true }), all ? undefined : inArray(member.id, wanted)))
    .orderBy(member.id)
    .limit(MOST_AT_ONCE + 1)
    .for('update')
  if (rows.length > MOST_AT_ONCE) throw new Conflict('members.too-many-at-once', { limit: MOST_AT_ONCE })
  if (all && rows.length !== all.expected)
    throw new Conflict('members.count-changed', { now: rows.length, shown: all.expected })
  if (!all && rows.length !== wanted.length) throw new NotFound()
  return rows
}

function assertDays(ctx: TenantContext, asked: ParsedActOnMembers): void {
  if (asked.act === 'exempt' && asked.until && asked.until < asked.from) {
    throw new Invalid({ until: ['members.exempt-order'] })
  }
  if (asked.act === 'confirm' && asked.on > todayOf(ctx)) throw new Invalid({ on: ['members.confirmed-ahead'] })
}

/** What the act makes of a line; nothing when the line is in no state for it. */
function changeOf(asked: ParsedActOnMembers, row: Row): Change | undefined {
  const probationary = row.status === 'probationary'
  switch (asked.act) {
    case 'exempt':
      return isExemptFrom(row, asked.from) ? undefined : { exemptFrom: asked.from, exemptUntil: asked.until }
    case 'end-exemption':
      if (!isExemptFrom(row, asked.on)) return undefined
      return row.exemptFrom! > asked.on ? { exemptFrom: null, exemptUntil: null } : { exemptUntil: asked.on }
    case 'set-probation-end':
      return probationary && !(row.admittedOn && asked.on < row.admittedOn) ? { probationEndsOn: asked.on } : undefined
    case 'confirm':
      if (!probationary || (row.admittedOn && asked.on < row.admittedOn)) return undefined
      return { status: 'full', confirmedOn: asked.on }
  }
}

const before = (row: Row): RosterLineBefore => ({
  id: row.id,
  revision: row.revision + 1,
  status: row.status,
  confirmed_on: row.confirmedOn,
  probation_ends_on: row.probationEndsOn,
  exempt_from: row.exemptFrom,
  exempt_until: row.exemptUntil,
})
