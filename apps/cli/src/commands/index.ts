import { defineCommand } from 'citty'
import { backup } from './backup'
import { banner } from './banner'
import { demo } from './demo'
import { migrate } from './migrate'
import { operator } from './operator'
import { production } from './production'
import { rollout } from './rollout'
import { server } from './server'
import { start } from './start'
import { status } from './status'
import { tenant } from './tenant'
import { visit } from './visit'

export const sotay = defineCommand({
  meta: { name: 'sotay', description: 'Dòng lệnh vận hành của Sổ tay đảng viên' },
  subCommands: { tenant, backup, server, migrate, demo, operator, visit, banner, rollout, status, start, production },
})
