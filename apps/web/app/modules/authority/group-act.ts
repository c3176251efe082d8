import { addGroupRole, addToGroup, closeGroup, removeFromGroup, removeGroupRole } from '@sotay/domain/authority'
import { addToGroupInput, groupMemberInput, groupRole } from '@sotay/domain/authority/inputs'
import type { TenantContext } from '@sotay/kernel'
import { z } from 'zod'

const { role, unitId } = groupRole.shape

/** What may be done with a group. */
export const groupAct = z.discriminatedUnion('act', [
  addToGroupInput.omit({ groupId: true }).extend({ act: z.literal('add-people') }),
  groupMemberInput.extend({ act: z.literal('remove-person') }),
  z.object({ act: z.literal('add-role'), role, unitId }),
  z.object({ act: z.literal('remove-role'), held: z.string().regex(/^[a-z_]+@[0-9a-f-]{36}$/) }),
  z.object({ act: z.literal('close') }),
])

/** @returns the key of what is said afterwards, without its namespace */
export async function actOnGroup(
  ctx: TenantContext,
  groupId: string,
  chosen: z.output<typeof groupAct>,
): Promise<string> {
  switch (chosen.act) {
    case 'add-people': {
      const { act: _, ...given } = chosen
      await addToGroup(ctx, { groupId, ...given })
      return 'people-added'
    }
    case 'remove-person':
      await removeFromGroup(ctx, chosen)
      return 'person-removed'
    case 'add-role':
      await addGroupRole(ctx, { groupId, role: chosen.role, unitId: chosen.unitId })
      return 'role-added'
    case 'remove-role': {
      const [role = '', unitId = ''] = chosen.held.split('@')
      await removeGroupRole(ctx, { groupId, role, unitId })
      return 'role-removed'
    }
    case 'close':
      await closeGroup(ctx, { groupId })
      return 'group-closed'
  }
}
