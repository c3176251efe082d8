import type { TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import type { HeldBatch } from './lock-batch'
import { importRow, reconciliationItem } from './schema'

/** Lists how the roster and a checked file differ: who is missing here, who is extra here, who is different (CV 1). */
export async function findDifferences(tx: TransactionContext, { id, unitPath }: HeldBatch): Promise<void> {
  await tx.db.execute(sql`
    insert into ${reconciliationItem} (id, batch_id, kind, line, member_id, differences)
    select gen_random_uuid(), ${id}::uuid, case outcome when 'new' then 'missing' else 'different' end, line,
      case outcome when 'changed' then member_id end,
      coalesce((select jsonb_object_agg(field, jsonb_build_object('ours', was, 'theirs', "values" ->> field))
        from jsonb_each_text(before) as one(field, was)), '{}')
    from ${importRow} where batch_id = ${id}::uuid and outcome in ('new', 'changed')`)
  await tx.db.execute(sql`
    insert into ${reconciliationItem} (id, batch_id, kind, member_id, differences)
    select gen_random_uuid(), ${id}::uuid, 'extra', ${member.id}, '{}'
    from ${member} join ${unit} on ${unit.id} = ${member.unitId}
    where ${inRoster} and ${unit.path} <@ ${unitPath}::ltree and not exists (
      select from ${importRow} named where named.batch_id = ${id}::uuid and named.card = ${bareCard})`)
}

/** SQL: a card as \`readCardNumber\` bares it. */
const bareCard = sql`upper(regexp_replace(${member.cardNumber}, '[[:space:].\\-/]', '', 'g'))`
