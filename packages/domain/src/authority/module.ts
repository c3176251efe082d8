import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'

/** Seats, user groups and roles: who may do what where, by which decision (R3, R4). */
export const authority = defineModule({
  key: 'authority',
  core: true,

  dependsOn: [organisation, members, accounts],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
