import { defineJob, defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'
import { adoptRevision } from './adopt-revision'
import { settingsAgenda } from './agenda'
import { publishDue } from './publish-due'

/** The province changes its own configuration: draft, preview, publication, history, roll-back (R37). */
export const settings = defineModule({
  key: 'settings',
  core: true,
  dependsOn: [organisation, members, accounts],
  permissions: {
    read: ['tenant_admin', 'organisation_dept', 'propaganda_dept'],
    manage: ['tenant_admin'],
    organisation: ['tenant_admin', 'organisation_dept'],
    newsroom: ['tenant_admin', 'propaganda_dept'],
  },
  nav: [
    {
      path: '/quan-tri/cau-hinh',
      label: 'settings:nav.overview',
      group: 'administration',
      icon: 'settings',
      needs: 'settings.read',
    },
  ],
  agenda: { needs: 'settings.manage', read: settingsAgenda },
  jobs: [defineJob(adoptRevision), defineJob(publishDue)],
  // The outbox keeps the midnight of each plan; this is for a plan whose word was lost.
  schedules: [{ job: 'settings.publish-due', cron: '1 0 * * *' }],
  auditActions: [
    'settings.edited',
    'settings.discarded',
    'settings.clash-settled',
    'settings.taken',
    'settings.published',
    'settings.scheduled',
    'settings.schedule-cancelled',
    'settings.schedule-failed',
  ],
})
