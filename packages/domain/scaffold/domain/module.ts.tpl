import { defineModule } from '@sotay/kernel'
import { organisation } from '../organisation'

/** __Noun__s. Say here what they are for and from which article they come. */
export const __name__ = defineModule({
  key: '__key__',
  dependsOn: [organisation],
  permissions: {
    read: 'signed-in',
    write: ['cell_secretary', 'committee_secretary', 'unit_admin'],
  },
  nav: [{ path: '/__path__', label: '__key__:nav', group: 'information', icon: 'documents', needs: '__key__.read' }],
  jobs: [],
  schedules: [],
  auditActions: ['__key__.created'],
})
