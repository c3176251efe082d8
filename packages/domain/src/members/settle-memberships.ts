import type { JobDefinition } from '@sotay/kernel'
import { todayOf, transaction } from '@sotay/kernel'
import { eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { asOf } from '../organisation'
import { changeLine } from './change-line'
import { inRoster } from './in-roster'
import { member, membership } from './schema'

const input = z.object({})

/** Each day: who moved by a membership planned for today is in the new cell from today on. */
export const settleMemberships: JobDefinition<z.output<typeof input>> = {
  name: 'members.settle-memberships',
  input,
  async handler(ctx) {
    const day = todayOf(ctx)
    const moved = await ctx.db
      .select({ memberId: member.id })
      .from(membership)
      .innerJoin(member, eq(member.id, membership.memberId))
      .where(
        sql`${membership.kind} = 'primary' and ${membership.unitId} <> ${member.unitId} and ${inRoster} and ${asOf(membership, day)}`,
      )
    if (moved.length === 0) return
    await transaction(ctx, async (tx) => {
      const ids = moved.map(({ memberId }) => memberId)
      const held = await tx.db.select().from(member).where(inArray(member.id, ids)).orderBy(member.id).for('update')
      const homes = await tx.db
        .select({ memberId: membership.memberId, unitId: membership.unitId })
        .from(membership)
        .where(
          sql`${inArray(membership.memberId, ids)} and ${membership.kind} = 'primary' and ${asOf(membership, day)}`,
        )
      const home = new Map(homes.map(({ memberId, unitId }) => [memberId, unitId]))
      for (const row of held) {
        const unitId = home.get(row.id)
        if (unitId && unitId !== row.unitId && !row.leftOn) await changeLine(tx, row, { unitId })
      }
    })
  },
}
