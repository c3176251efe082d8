import { defineJob, defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'
import { authorityAgenda } from './agenda'
import { demoAuthority } from './demo'
import { endOfficesOfDeparted } from './end-offices-of-departed'
import { authorityOfMember } from './personal-data'
import { remindExpiring } from './remind-expiring'

/** Seats, user groups and roles: who may do what where, by which decision (R3, R4). */
export const authority = defineModule({
  key: 'authority',
  core: true,
  dependsOn: [organisation, members, accounts],
  permissions: {
    read: ['committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    manage: ['organisation_dept', 'tenant_admin'],
    // The offices of cells below alone, which the configuration names (QN 10.1.3).
    grantBelow: ['committee_secretary', 'unit_admin'],
  },
  closedToVisitors: ['manage', 'grantBelow'],
  nav: [
    {
      path: '/quan-tri/phan-quyen',
      label: 'authority:nav.roles',
      group: 'administration',
      icon: 'settings',
      needs: 'authority.read',
    },
  ],
  agenda: { needs: 'authority.read', read: authorityAgenda },
  jobs: [defineJob(remindExpiring)],
  schedules: [{ job: 'authority.remind-expiring', cron: '35 7 * * *' }],
  consequences: [endOfficesOfDeparted],
  auditActions: [
    'authority.offices-ended',
    'authority.holders-reminded',
    'authority.role-granted',
    'authority.role-changed',
    'authority.role-ended',
    'authority.role-proposed',
    'authority.proposal-decided',
    'authority.seat-opened',
    'authority.seat-closed',
    'authority.custodian-appointed',
    'authority.seat-handed-over',
    'authority.custody-revoked',
    'authority.record-printed',
    'authority.group-opened',
    'authority.group-closed',
    'authority.group-role-added',
    'authority.group-role-removed',
    'authority.group-member-added',
    'authority.group-member-removed',
    'authority.approval-delegated',
    'authority.delegation-ended',
  ],
  personalData: authorityOfMember,
  demo: demoAuthority,
})
