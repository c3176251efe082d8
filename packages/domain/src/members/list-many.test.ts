import { createTestTenant, type TestTenant } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { listMembers } from '.'
import type { ListMembers } from './inputs'

// One more than is counted match, behind some that do not: the index of the order is read, and nothing gathered.
const [MATCHING, OTHERS] = [10_001, 500]
let tenant: TestTenant

beforeAll(async () => {
  tenant = await createTestTenant()
  await tenant.ctx.db.execute(sql`
    insert into member (id, unit_id, full_name, card_number, gender, status, admitted_on, created_at)
    select gen_random_uuid(), ${tenant.units.cell.id}::uuid,
      case when n <= ${OTHERS} then 'Bùi Văn ' else 'Nguyễn Thị ' end || (array['Ân', 'An', 'Đạt', 'Dũng', 'Hòa'])[n % 5 + 1],
      '77.' || lpad(n::text, 6, '0'), case when n <= ${OTHERS} then 'male' else 'female' end, 'full',
      date '1990-01-01' + n % 9000, now()
    from generate_series(1, ${MATCHING + OTHERS}) n`)
}, 60_000)

const filters: [ListMembers, string][] = [
  [{ search: 'nguyen' }, `folded_name like 'nguyen%'`],
  [{ gender: 'female', admittedFrom: '1990-01-01', admittedTo: '2020-01-01' }, `gender = 'female'`],
]
const orders = {
  given: 'sort_name collate "vi-x-icu", id',
  name: 'full_name collate "vi-x-icu", id',
  admitted: 'admitted_on, id',
} as const

test.each(Object.entries(orders))(
  'many that match are paged by %s as a sort of them all has them',
  async (order, sorted) => {
    for (const [filter, condition] of filters) {
      const whole = await tenant.ctx.db.execute<{ id: string }>(
        sql.raw(`select id from member where ${condition} order by ${sorted}`),
      )
      const pages: string[] = []
      let after: string | undefined
      for (let page = 0; page < 3; page++) {
        const { members, next, total } = await listMembers(tenant.ctx, { ...filter, order: order as 'given', after })
        expect(total).toBeUndefined()
        pages.push(...members.map(({ id }) => id))
        after = next
      }
      expect(pages).toEqual(whole.slice(0, pages.length).map(({ id }) => id))
      expect(pages).toHaveLength(150)
    }
  },
)
