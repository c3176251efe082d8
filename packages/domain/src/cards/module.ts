import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'

/** Lost, damaged and duplicate member cards (R6). */
export const cards = defineModule({
  key: 'cards',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
