import { defineModule } from '@sotay/kernel'
import { authority } from '../authority'
import { members } from '../members'
import { organisation } from '../organisation'
import { checkBatch } from './check-batch'
import { commitBatch } from './commit-batch'
import { purgeImports } from './purge-imports'
import { undoBatch } from './undo-batch'

/** Rosters from files, and the roster held against a file (R10). */
export const imports = defineModule({
  key: 'imports',
  core: true,
  ofCells: true,
  dependsOn: [organisation, members, authority],
  permissions: {
    manage: ['cell_secretary', 'committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'],
  },
  nav: [
    {
      path: '/dang-vien/nhap',
      label: 'imports:nav.imports',
      group: 'administration',
      icon: 'members',
      needs: 'imports.manage',
    },
    {
      path: '/dang-vien/doi-chieu',
      label: 'imports:nav.reconciliations',
      group: 'administration',
      icon: 'surveys',
      needs: 'imports.manage',
    },
  ],
  jobs: [checkBatch, commitBatch, undoBatch, purgeImports],
  schedules: [{ job: 'imports.purge', cron: '20 2 * * *' }],
  auditActions: [
    'imports.uploaded',
    'imports.mapped',
    'imports.checked',
    'imports.commit-started',
    'imports.committed',
    'imports.undo-started',
    'imports.undone',
    'imports.differences-resolved',
    'imports.rejected-taken',
    'imports.purged',
  ],
})
