import type { Provinces } from '@sotay/jobs'
import { newId } from '@sotay/kernel'
import type { Directory } from '@sotay/tenancy'

/** The directory's provinces, as the queue's consumers want them: acting for a job. */
export const provincesOf = (directory: Directory): Provinces => ({
  list: () =>
    directory
      .list()
      .filter((record) => record.status !== 'provisioning')
      .map((record) => ({ id: record.id, active: record.status === 'active' })),
  context(province, job, key = newId()) {
    const record = directory.byId(province.id)
    if (!record) throw new Error(`province ${province.id} is gone`)
    return directory.context(record, { actor: { kind: 'job', job }, requestId: key })
  },
})
