import type { TenantContext } from '@sotay/kernel'
import { createUnit, type Unit } from './create-unit'
import type { CreateUnit } from './inputs'

/** Adds a unit with whatever a test did not care to say. */
export const makeUnit = (ctx: TenantContext, given: Partial<CreateUnit> & Pick<CreateUnit, 'level'>): Promise<Unit> =>
  createUnit(ctx, {
    parentId: null,
    kind: 'committee',
    name: `Đơn vị ${given.level}`,
    validFrom: '2020-01-01',
    ...given,
  })
