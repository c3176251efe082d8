import type { TenantContext } from '@sotay/kernel'
import type { RecordCardCase } from './inputs'
import { recordCardCase } from './record-case'

/** Records a case with whatever a test did not care to say. What an operation records is confirmed at once. */
export const makeCardCase = (
  ctx: TenantContext,
  given: Pick<RecordCardCase, 'memberId'> & Partial<RecordCardCase>,
): Promise<{ id: string }> => recordCardCase(ctx, { kind: 'lost', note: 'Mất khi đi công tác', ...given })
