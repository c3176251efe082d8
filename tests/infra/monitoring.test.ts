import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { processMetrics } from '@sotay/http'
import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { jobMetrics } from '../../apps/worker/src/job-metrics'

const FOLDER = join(import.meta.dirname, '../../infra/monitoring')
const NAMES = /\b(?:sotay|process|nodejs)_[a-z0-9_]+/g

test.each(['rules.yaml', 'grafana/provinces.json'])('%s asks for what the processes measure', async (file) => {
  const { operations } = await createTestTenant()
  const metrics = processMetrics('test')
  jobMetrics(metrics, operations.platform)
  const measured = new Set((await metrics.registry.getMetricsAsJSON()).map(({ name }) => name))
  const asked = new Set((await readFile(join(FOLDER, file), 'utf8')).match(NAMES))
  expect(asked.size).toBeGreaterThan(4)
  const unknown = [...asked].filter((name) => !measured.has(name.replace(/_(bucket|count|sum)$/, '')))
  expect(unknown).toEqual([])
})
