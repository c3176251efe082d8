import { defineCommand } from 'citty'
import { tenantAccept } from './accept'
import { tenantApply } from './apply'
import { tenantBackup } from './backup'
import { tenantCreate } from './create'
import { tenantDiff } from './diff'
import { tenantDoctor } from './doctor'
import { tenantExport } from './export'
import { tenantList } from './list'
import { tenantMove } from './move'
import { tenantRemove } from './remove'
import { tenantRestore } from './restore'
import { tenantResume } from './resume'
import { tenantShow } from './show'
import { tenantSuspend } from './suspend'

export const tenant = defineCommand({
  meta: { name: 'tenant', description: 'Các tỉnh' },
  subCommands: {
    list: tenantList,
    show: tenantShow,
    create: tenantCreate,
    apply: tenantApply,
    diff: tenantDiff,
    suspend: tenantSuspend,
    resume: tenantResume,
    doctor: tenantDoctor,
    backup: tenantBackup,
    restore: tenantRestore,
    export: tenantExport,
    move: tenantMove,
    accept: tenantAccept,
    remove: tenantRemove,
  },
})
