import { defineJob, defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { imports } from '../imports'
import { members } from '../members'
import { organisation } from '../organisation'
import { reorganisation } from '../reorganisation'
import { transfers } from '../transfers'
import { demoAdoption } from './demo'
import { smartphoneOfMember } from './personal-data'
import { closeDay, recount } from './recount'

const officers = [
  'cell_secretary',
  'cell_deputy',
  'committee_secretary',
  'unit_admin',
  'organisation_dept',
  'tenant_admin',
] as const

/** Who uses the handbook, by honest denominators (R11). */
export const adoption = defineModule({
  key: 'adoption',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts, transfers, imports, reorganisation],
  permissions: {
    read: [...officers, 'propaganda_dept', 'statistics_officer'],
    names: officers,
    census: ['cell_secretary', 'cell_deputy', 'unit_admin', 'organisation_dept'],
    recount: ['tenant_admin'],
  },
  closedToVisitors: ['names'],
  nav: [
    {
      path: '/thong-ke/su-dung',
      label: 'adoption:nav.overview',
      group: 'administration',
      icon: 'statistics',
      needs: 'adoption.read',
    },
    {
      path: '/thong-ke/dien-thoai',
      label: 'adoption:nav.census',
      group: 'administration',
      icon: 'surveys',
      needs: 'adoption.census',
    },
  ],
  jobs: [defineJob(recount), defineJob(closeDay)],
  schedules: [
    { job: 'adoption.recount', cron: '10 0 * * *' },
    { job: 'adoption.close-day', cron: '45 23 * * *' },
  ],
  // More acts than change a count follow here: a count too many costs a second, a forgotten act a wrong figure.
  reactions: [
    {
      to: [
        ...members.auditActions,
        ...accounts.auditActions,
        ...transfers.auditActions,
        ...imports.auditActions,
        ...reorganisation.auditActions,
        'organisation.unit-created',
        'adoption.census-recorded',
        'adoption.census-undone',
      ],
      job: recount,
      afterSeconds: 5,
    },
  ],
  auditActions: ['adoption.census-recorded', 'adoption.census-undone'],
  personalData: smartphoneOfMember,
  demo: demoAdoption,
})
