import { defineModule } from '@sotay/kernel'
import { accounts } from '../accounts'
import { members } from '../members'
import { organisation } from '../organisation'
import { readAgenda } from './agenda'
import { demoDossiers } from './demo'
import { dossierExport } from './dossier-export'

/** Members' files: kept by the member, verified by the cell, changed by request and approval (R8). */
export const dossiers = defineModule({
  key: 'dossiers',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, accounts],
  permissions: {
    own: 'signed-in',
    read: ['cell_secretary', 'cell_deputy', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
    // Health, family, discipline, papers: the cell's own secretary, who answers for the secretary above, and the
    // office that keeps the files (QN 17.3).
    readSensitive: ['cell_secretary', 'committee_secretary', 'organisation_dept'],
    keep: ['cell_secretary', 'committee_secretary', 'organisation_dept'],
    decide: ['cell_secretary', 'committee_secretary'],
  },
  // Members' files are sensitive as a whole (Law 91/2025).
  closedToVisitors: ['own', 'read', 'readSensitive', 'keep', 'decide'],
  nav: [
    {
      path: '/dang-vien/ho-so/de-nghi',
      label: 'dossiers:nav.requests',
      group: 'administration',
      icon: 'tasks',
      needs: 'dossiers.decide',
    },
    {
      path: '/toi/ho-so',
      label: 'dossiers:nav.own',
      group: 'cell-life',
      icon: 'members',
      needs: 'dossiers.own',
    },
  ],
  agenda: { needs: 'dossiers.own', read: readAgenda },
  jobs: [],
  schedules: [],
  keyPurposes: ['dossiers:file', 'dossiers:request', 'dossiers:mark'],
  auditActions: [
    'dossiers.change-requested',
    'dossiers.request-withdrawn',
    'dossiers.request-approved',
    'dossiers.request-returned',
    'dossiers.revised',
    'dossiers.verified',
    'dossiers.photo-changed',
    'dossiers.sensitive-read',
    'dossiers.form-printed',
    'dossiers.sent-along',
    'dossiers.taken-in',
  ],
  personalData: dossierExport,
  demo: demoDossiers,
})
