import { defineModule } from '@sotay/kernel'
import { members } from '../members'
import { organisation } from '../organisation'

/** Members' files: kept by the member, verified by the cell, changed by request and approval (R8). */
export const dossiers = defineModule({
  key: 'dossiers',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
