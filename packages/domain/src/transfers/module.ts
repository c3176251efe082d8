import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'

/** Transfers of members between cells and across the border of the province (R9). */
export const transfers = defineModule({
  key: 'transfers',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
