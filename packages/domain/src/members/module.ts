import { defineModule } from '@sotay/kernel'
import { organisation } from '../organisation'

/** The roster (R8). */
export const members = defineModule({
  key: 'members',
  core: true,
  dependsOn: [organisation],
  permissions: {
    read: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    manage: ['cell_secretary', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
  },
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: ['members.added'],
})
