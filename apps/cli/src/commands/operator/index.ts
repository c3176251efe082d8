import { defineCommand } from 'citty'
import { operatorCreate } from './create'
import { operatorDisable } from './disable'
import { operatorList } from './list'

export const operator = defineCommand({
  meta: { name: 'operator', description: 'Người vận hành của nhà cung cấp' },
  subCommands: { create: operatorCreate, list: operatorList, disable: operatorDisable },
})
