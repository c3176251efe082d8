import { defineJob, defineModule } from '@sotay/kernel'
import { members } from '../members'
import { organisation } from '../organisation'
import { countAwaitingAccounts } from './list-awaiting-accounts'
import { purge } from './purge'
import { sendCode } from './send-code'

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
    issue: ['unit_admin', 'organisation_dept', 'tenant_admin'],
    manage: ['organisation_dept', 'tenant_admin'],
  },
  nav: [
    {
      path: '/quan-tri/tai-khoan',
      label: 'accounts:nav.approvals',
      group: 'administration',
      icon: 'members',
      needs: 'accounts.approve',
    },
    { path: '/toi', label: 'accounts:nav.own', group: 'administration', icon: 'account', needs: 'accounts.own' },
  ],
  agenda: {
    needs: 'accounts.approve',
    async read(ctx) {
      const count = await countAwaitingAccounts(ctx)
      return [{ href: '/quan-tri/tai-khoan', label: 'accounts:agenda.approvals', count }]
    },
  },
  jobs: [defineJob(sendCode), defineJob(purge)],
  schedules: [{ job: 'accounts.purge', cron: '40 3 * * *' }],
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
    'accounts.role-granted',
    'accounts.role-ended',
  ],
})
