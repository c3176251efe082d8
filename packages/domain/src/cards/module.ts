import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'
import { readAgenda } from './agenda'
import { demoCards } from './demo'
import { cardsOfMember } from './personal-data'

/** Lost, damaged and duplicate member cards (R6). */
export const cards = defineModule({
  key: 'cards',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts],
  permissions: {
    own: 'signed-in',
    read: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    record: ['cell_secretary', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    // The cell first; who stands above it when the case is the secretary's own, or the cell has nobody.
    confirm: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'organisation_dept', 'tenant_admin'],
    resolve: ['organisation_dept', 'tenant_admin'],
  },
  closedToVisitors: ['own'],
  nav: [
    { path: '/dang-vien/the', label: 'cards:nav.cases', group: 'administration', icon: 'members', needs: 'cards.read' },
  ],
  jobs: [],
  agenda: { needs: 'cards.read', read: readAgenda },
  schedules: [],
  auditActions: [
    'cards.reported',
    'cards.recorded',
    'cards.confirmed',
    'cards.resolved',
    'cards.refused',
    'cards.withdrawn',
    'cards.list-printed',
  ],
  personalData: cardsOfMember,
  demo: demoCards,
})
