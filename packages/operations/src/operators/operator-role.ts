import type { OperatorRole } from '@sotay/tenancy/schema'

/** Each may what those before it may: a viewer looks, an operator acts on provinces, an owner also on operators. */
const RANK: Record<OperatorRole, number> = { viewer: 0, operator: 1, owner: 2 }

export const operatorMay = (role: OperatorRole, needed: OperatorRole): boolean => RANK[role] >= RANK[needed]
