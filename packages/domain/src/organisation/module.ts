import { defineJob, defineModule } from '@sotay/kernel'
import { sweep } from './sweep'

/** The tree of committees, cells and agencies (R7). */
export const organisation = defineModule({
  key: 'organisation',
  core: true,
  dependsOn: [],
  permissions: {
    // Everybody's own unit and the names above it; officers look at what lies below them too (R5).
    read: 'signed-in',
    browse: [
      'committee_secretary',
      'unit_admin',
      'organisation_dept',
      'inspection',
      'statistics_officer',
      'tenant_admin',
    ],
    export: ['committee_secretary', 'unit_admin', 'organisation_dept', 'statistics_officer', 'tenant_admin'],
    manage: ['organisation_dept', 'tenant_admin'],
  },
  closedToVisitors: ['export'],
  nav: [
    {
      path: '/to-chuc',
      label: 'organisation:nav.tree',
      group: 'administration',
      icon: 'organisation',
      needs: 'organisation.browse',
    },
  ],
  jobs: [defineJob(sweep)],
  schedules: [{ job: 'organisation.sweep', cron: '50 3 * * *' }],
  auditActions: [
    'organisation.unit-created',
    'organisation.decision-recorded',
    'organisation.exported',
    'organisation.unit-printed',
  ],
})
