import { audit, authorize, Conflict, Invalid, type TenantContext, transaction } from '@sotay/kernel'
import { changeLine } from './change-line'
import { type EndExemption, type ExemptMember, endExemptionInput, exemptMemberInput } from './inputs'
import { loadMember, type MemberLine } from './read-member-line'

/**
 * Exempts a member from meetings over a period (miễn sinh hoạt), which may lie ahead.
 * @throws NotFound outside the actor's scope · Invalid when it ends before it begins · Conflict while an exemption stands
 */
export async function exemptMember(ctx: TenantContext, input: ExemptMember): Promise<void> {
  const scope = authorize(ctx, 'members.manage')
  const { memberId, from, until } = exemptMemberInput.parse(input)
  if (until && until < from) throw new Invalid({ until: ['members.exempt-order'] })
  await transaction(ctx, async (tx) => {
    const held = await loadMember(tx, scope, memberId)
    if (held.leftOn) throw new Conflict('members.has-left')
    if (isExemptFrom(held, from)) throw new Conflict('members.already-exempt')
    await changeLine(tx, held, { exemptFrom: from, exemptUntil: until })
    audit(tx, 'members.exempted', held, { from, until })
  })
}

/**
 * Ends an exemption with a day, its last; one that has not begun by then goes altogether.
 * @throws NotFound outside the actor's scope · Conflict when none stands on that day
 */
export async function endExemption(ctx: TenantContext, input: EndExemption): Promise<void> {
  const scope = authorize(ctx, 'members.manage')
  const { memberId, on } = endExemptionInput.parse(input)
  await transaction(ctx, async (tx) => {
    const held = await loadMember(tx, scope, memberId)
    if (held.leftOn) throw new Conflict('members.has-left')
    if (!isExemptFrom(held, on)) throw new Conflict('members.not-exempt')
    await changeLine(tx, held, endedOn(held, on))
    audit(tx, 'members.exemption-ended', held, { on })
  })
}

/** Whether an exemption holds on a day. */
export const isExemptOn = (line: Pick<MemberLine, 'exemptFrom' | 'exemptUntil'>, day: string) =>
  isExemptFrom(line, day) && line.exemptFrom! <= day

/** Whether an exemption holds on a day or begins after it. */
export const isExemptFrom = (
  { exemptFrom, exemptUntil }: Pick<MemberLine, 'exemptFrom' | 'exemptUntil'>,
  day: string,
) => exemptFrom !== null && (exemptUntil === null || exemptUntil >= day)

const endedOn = ({ exemptFrom }: Pick<MemberLine, 'exemptFrom'>, on: string) =>
  exemptFrom !== null && exemptFrom > on ? { exemptFrom: null, exemptUntil: null } : { exemptUntil: on }
