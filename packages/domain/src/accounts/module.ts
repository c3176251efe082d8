import { defineJob, defineModule } from '@sotay/kernel'
import { members } from '../members'
import { organisation } from '../organisation'
import { readAgenda } from './agenda'
import { accountsOfMember } from './personal-data'
import { purge } from './purge'
import { remindApprovers } from './remind-approvers'
import { sendCode } from './send-code'
import { sendNotice } from './send-notice'

/** Personal accounts: registration, approval, signing in, roles (R1, R2, R4). */
export const accounts = defineModule({
  key: 'accounts',
  core: true,
  dependsOn: [organisation, members],
  permissions: {
    register: 'public',
    signIn: 'public',
    own: 'signed-in',
    // Opens the door only: which of them decides on whom is the configuration's `approvedBy` (QN 10.1.3).
    approve: ['committee_secretary', 'unit_admin'],
    // Opens the list only: whom of it an actor may act on is what they manage or approve.
    oversee: ['committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    issue: ['unit_admin', 'organisation_dept', 'tenant_admin'],
    manage: ['organisation_dept', 'tenant_admin'],
  },
  // What a visitor could become somebody with, or shut somebody out by.
  closedToVisitors: ['register', 'signIn', 'own', 'approve', 'oversee', 'issue', 'manage'],
  nav: [
    {
      path: '/quan-tri/tai-khoan',
      label: 'accounts:nav.approvals',
      group: 'administration',
      icon: 'members',
      needs: 'accounts.approve',
    },
    {
      path: '/quan-tri/tai-khoan/danh-sach',
      label: 'accounts:nav.accounts',
      group: 'administration',
      icon: 'account',
      needs: 'accounts.oversee',
    },
    { path: '/toi', label: 'accounts:nav.own', group: 'cell-life', icon: 'account', needs: 'accounts.own' },
  ],
  agenda: { needs: 'accounts.own', read: readAgenda },
  jobs: [defineJob(sendCode), defineJob(sendNotice), defineJob(remindApprovers), defineJob(purge)],
  schedules: [
    { job: 'accounts.purge', cron: '40 3 * * *' },
    { job: 'accounts.remind-approvers', cron: '30 7 * * *' },
  ],
  keyPurposes: [
    'accounts:limit',
    'accounts:code',
    'accounts:sign-in-step',
    'accounts:box:code',
    'accounts:box:phone',
    'accounts:box:totp',
  ],
  auditActions: [
    'accounts.registered',
    'accounts.approved',
    'accounts.returned',
    'accounts.issued',
    'accounts.suspended',
    'accounts.restored',
    'accounts.password-changed',
    'accounts.password-reset',
    'accounts.second-factor-set',
    'accounts.signed-out-everywhere',
    'accounts.approval-undone',
    'accounts.approvers-reminded',
    'accounts.restricted',
    'accounts.restriction-changed',
    'accounts.restriction-lifted',
    'accounts.revoked',
    'accounts.readmitted',
    'accounts.second-factor-reset',
    'accounts.sessions-ended',
    'accounts.phone-changed',
    'accounts.own-data-exported',
    'accounts.code-cap-reached',
  ],
  personalData: accountsOfMember,
})
