import { defineModule } from '@sotay/kernel'
import { members } from '../members'
import { organisation } from '../organisation'

/** Rosters from files, and the roster held against a file (R10). */
export const imports = defineModule({
  key: 'imports',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
