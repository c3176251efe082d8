import { defineCommand } from 'citty'
import { tenantApply } from './apply'
import { tenantCreate } from './create'
import { tenantDiff } from './diff'
import { tenantDoctor } from './doctor'
import { tenantList } from './list'
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
  },
})
