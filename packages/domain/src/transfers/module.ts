import { defineJob, defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { authority } from '../authority'
import { dossiers } from '../dossiers'
import { members } from '../members'
import { organisation } from '../organisation'
import { demoTransfers } from './demo'
import { countMyTransfers } from './list-transfers'
import { transfersOfMember } from './personal-data'
import { takeDueTransfers } from './take-effect'

/** Transfers of members between cells and across the border of the province (R9). */
export const transfers = defineModule({
  key: 'transfers',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts, authority, dossiers],
  permissions: {
    own: 'signed-in',
    read: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    request: ['cell_secretary', 'cell_deputy', 'unit_admin', 'organisation_dept'],
    // A committee above answers for a cell that has nobody to; it waits for the cell all the same.
    answer: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'unit_admin'],
    decide: ['committee_secretary', 'unit_admin', 'organisation_dept'],
    receive: ['organisation_dept', 'tenant_admin'],
  },
  nav: [
    {
      path: '/dang-vien/chuyen-sinh-hoat',
      label: 'transfers:nav.queue',
      group: 'administration',
      icon: 'letters',
      needs: 'transfers.read',
    },
    {
      path: '/toi/chuyen-sinh-hoat',
      label: 'transfers:nav.own',
      group: 'cell-life',
      icon: 'letters',
      needs: 'transfers.own',
    },
  ],
  agenda: {
    needs: 'transfers.read',
    async read(ctx) {
      const waiting = await countMyTransfers(ctx)
      return [{ href: '/dang-vien/chuyen-sinh-hoat', label: 'transfers:agenda.mine', ...waiting }]
    },
  },
  jobs: [defineJob(takeDueTransfers)],
  schedules: [{ job: 'transfers.take-effect', cron: '5 0 * * *', catchUp: true }],
  keyPurposes: ['transfers:person'],
  auditActions: [
    'transfers.requested',
    'transfers.confirmed',
    'transfers.accepted',
    'transfers.decided',
    'transfers.effective',
    'transfers.returned',
    'transfers.refused',
    'transfers.withdrawn',
    'transfers.redirected',
    'transfers.cancelled',
    'transfers.received',
    'transfers.file-issued',
    'transfers.receipt-issued',
    'transfers.letter-printed',
  ],
  personalData: transfersOfMember,
  demo: demoTransfers,
})
