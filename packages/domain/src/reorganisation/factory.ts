import type { TenantContext } from '@sotay/kernel'
import type { MakeChange, PlanChange } from './inputs'
import { type MadeChange, makeChange } from './make-change'

/** A decision that nobody signed. */
export const anyDecision: MakeChange['decision'] = { number: 'Thử-01', signedOn: '2020-01-02', signer: 'Người ký thử' }

/** Makes a change by a decision that a test did not care to say. */
export const makeAnyChange = (ctx: TenantContext, change: PlanChange): Promise<MadeChange> =>
  makeChange(ctx, { change, decision: anyDecision })
