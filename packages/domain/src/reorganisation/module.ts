import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { authority } from '../authority'
import { members } from '../members'
import { organisation } from '../organisation'

/** Changes of the tree that move members and roles: split, merge, dissolve, abolish a tier (R7). */
export const reorganisation = defineModule({
  key: 'reorganisation',
  core: true,

  dependsOn: [organisation, members, accounts, authority],
  permissions: {},
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: [],
})
