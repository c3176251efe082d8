import { defineCommand } from 'citty'
import { operatorCreate } from './create'
import { operatorDisable } from './disable'
import { operatorInvite } from './invite'
import { operatorList } from './list'
import { operatorResetFactor } from './reset-factor'
import { operatorRole } from './role'
import { operatorTrail } from './trail'

export const operator = defineCommand({
  meta: { name: 'operator', description: 'Người vận hành của nhà cung cấp' },
  subCommands: {
    create: operatorCreate,
    invite: operatorInvite,
    list: operatorList,
    role: operatorRole,
    'reset-factor': operatorResetFactor,
    disable: operatorDisable,
    trail: operatorTrail,
  },
})
