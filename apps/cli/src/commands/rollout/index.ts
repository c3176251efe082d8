import { defineCommand } from 'citty'
import { rolloutList } from './list'
import { rolloutSet } from './set'

export const rollout = defineCommand({
  meta: { name: 'rollout', description: 'Mở phân hệ cho từng tỉnh' },
  subCommands: { list: rolloutList, set: rolloutSet },
})
