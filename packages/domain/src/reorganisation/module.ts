import { defineJob, defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { authority } from '../authority'
import { members } from '../members'
import { organisation } from '../organisation'
import { readAgenda } from './read-agenda'
import { settleChanges } from './settle-changes'

/** Changes of the tree that move members and roles: split, merge, dissolve, abolish a tier (R7). */
export const reorganisation = defineModule({
  key: 'reorganisation',
  core: true,
  dependsOn: [organisation, members, accounts, authority],
  permissions: { manage: ['organisation_dept', 'tenant_admin'] },
  nav: [
    {
      path: '/to-chuc/thay-doi',
      label: 'reorganisation:nav.changes',
      group: 'administration',
      icon: 'organisation',
      needs: 'reorganisation.manage',
    },
  ],
  agenda: { needs: 'reorganisation.manage', read: readAgenda },
  jobs: [defineJob(settleChanges)],
  schedules: [{ job: 'reorganisation.settle', cron: '5 0 * * *', catchUp: true }],
  auditActions: ['reorganisation.made', 'reorganisation.settled', 'reorganisation.cancelled'],
})
