import { audit, authorize, Conflict, Invalid, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { changeLine } from './change-line'
import { type ConfirmMember, confirmMemberInput } from './inputs'
import { loadMember } from './read-member-line'

/**
 * Makes a probationary member a full one from a day on.
 * @throws NotFound outside the actor's scope · Invalid for a day ahead or before the admission · Conflict when the member is
 * not probationary, or left
 */
export async function confirmMember(ctx: TenantContext, input: ConfirmMember): Promise<void> {
  const scope = authorize(ctx, 'members.manage')
  const { memberId, confirmedOn } = confirmMemberInput.parse(input)
  if (confirmedOn > todayOf(ctx)) throw new Invalid({ confirmedOn: ['members.confirmed-ahead'] })
  await transaction(ctx, async (tx) => {
    const held = await loadMember(tx, scope, memberId)
    if (held.leftOn) throw new Conflict('members.has-left')
    if (held.status !== 'probationary') throw new Conflict('members.not-probationary')
    if (held.admittedOn && confirmedOn < held.admittedOn)
      throw new Invalid({ confirmedOn: ['members.confirmed-early'] })
    await changeLine(tx, held, { status: 'full', confirmedOn })
    audit(tx, 'members.confirmed', held)
  })
}
