import type { JobPorts, ModuleManifest } from '@sotay/kernel'
import type { Payload } from './open-queue'
import type { Provinces } from './provinces'

export type JobOutcome = 'done' | 'module-off' | 'province-gone' | 'province-suspended'

/** Runs one job in its province. @throws whatever the handler threw: it is to be tried again */
export async function runJob(
  modules: readonly ModuleManifest[],
  { tenantId, job: name, input }: Payload,
  key: string,
  { provinces, ports }: { provinces: Provinces; ports: JobPorts },
): Promise<JobOutcome> {
  const owner = modules.find((manifest) => manifest.jobs.some((job) => job.name === name))
  const job = owner?.jobs.find((entry) => entry.name === name)
  if (!owner || !job) throw new Error(`no job is called ${name}`)
  const province = provinces.list().find((entry) => entry.id === tenantId)
  if (!province) return 'province-gone'
  if (!province.active) return 'province-suspended'
  const ctx = await provinces.context(province, name, key)
  if (!ctx.config.enabled.has(owner.key)) return 'module-off'
  await job.handler(ctx, job.input.parse(input), ports)
  return 'done'
}
