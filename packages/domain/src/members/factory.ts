import { randomInt } from 'node:crypto'
import type { TenantContext } from '@sotay/kernel'
import { addMember, type Member } from './add-member'
import type { AddMember } from './inputs'

/** Adds a member with whatever a test did not care to say. */
export const makeMember = (
  ctx: TenantContext,
  given: Partial<AddMember> & Pick<AddMember, 'unitId'>,
): Promise<Member> =>
  addMember(ctx, {
    fullName: 'Nguyễn Văn Thử',
    cardNumber: String(randomInt(10_000_000, 99_999_999)),
    phone: `09${randomInt(10_000_000, 99_999_999)}`,
    status: 'full',
    ...given,
  })
