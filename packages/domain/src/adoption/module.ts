import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'

/** Who uses the handbook, by honest denominators (R11). */
export const adoption = defineModule({
  key: 'adoption',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
