import { defineModule } from '@sotay/kernel'

/** The tree of committees, cells and agencies (R7). */
export const organisation = defineModule({
  key: 'organisation',
  core: true,
  dependsOn: [],
  permissions: {
    read: 'signed-in',
    manage: ['organisation_dept', 'tenant_admin'],
  },
  nav: [],
  jobs: [],
  schedules: [],
  auditActions: ['organisation.unit-created'],
})
