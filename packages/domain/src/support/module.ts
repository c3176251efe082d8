import { defineModule } from '@sotay/kernel'
import { organisation } from '../organisation'

/** Visits of the vendor's operators: who looks at the province, and whether they may write (H26). */
export const support = defineModule({
  key: 'support',
  core: true,
  dependsOn: [organisation],
  permissions: { enter: 'public', manage: ['tenant_admin'] },
  closedToVisitors: ['manage'],
  nav: [
    {
      path: '/quan-tri/ho-tro',
      label: 'support:nav.visits',
      group: 'administration',
      icon: 'help',
      needs: 'support.manage',
    },
  ],
  jobs: [],
  schedules: [],
  auditActions: [
    'support.visit-opened',
    'support.visit-entered',
    'support.visit-ended',
    'support.writing-granted',
    'support.writing-withdrawn',
  ],
})
