import { defineJob, defineModule } from '@sotay/kernel'
import { organisation } from '../organisation'
import { countDueProbation, noticeDay } from './due-probation'
import { headcount } from './headcount'
import { personalData } from './personal-data'
import { settleMemberships } from './settle-memberships'

/** The roster (R8). */
export const members = defineModule({
  key: 'members',
  core: true,
  dependsOn: [organisation],
  permissions: {
    read: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    manage: ['cell_secretary', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
  },
  nav: [
    {
      path: '/dang-vien',
      label: 'members:nav.roster',
      group: 'administration',
      icon: 'members',
      needs: 'members.read',
    },
  ],
  agenda: {
    needs: 'members.manage',
    async read(ctx) {
      const until = noticeDay(ctx)
      const { count, nearest } = await countDueProbation(ctx)
      const dueAt = nearest ?? undefined
      return [{ href: `/dang-vien?du-bi-den=${until}&xep=vao-dang`, label: 'members:agenda.probation', count, dueAt }]
    },
  },
  jobs: [defineJob(settleMemberships)],
  schedules: [{ job: 'members.settle-memberships', cron: '5 0 * * *', catchUp: true }],
  auditActions: [
    'members.added',
    'members.revised',
    'members.confirmed',
    'members.exempted',
    'members.exemption-ended',
    'members.left',
    'members.returned',
    'members.changed-many',
    'members.undone-many',
  ],
  headcount,
  personalData,
})
