import { defineCommand } from 'citty'
import { demoLoad } from './load'
import { people } from './people'
import { demoSeed } from './seed'

export const demo = defineCommand({
  meta: { name: 'demo', description: 'Dữ liệu minh họa' },
  subCommands: { people: people, load: demoLoad, seed: demoSeed },
})
