import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings } from '@sotay/tenancy'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')
const PROCESSES = ['web-1', 'web-2', 'worker', 'console']

interface Service {
  command?: string
  environment?: Record<string, string>
  networks?: Record<string, { ipv4_address?: string }> | string[]
}

const text = await readFile(join(ROOT, 'infra/compose/compose.yaml'), 'utf8')
const { services } = parse(text.replace(/\$\{\w+:\?\}/g, 'x'.repeat(40)), { merge: true }) as {
  services: Record<string, Service>
}

describe.each(PROCESSES)('%s of the compose file', (name) => {
  test('is given an environment that it starts with', () => {
    const settings = readSettings(services[name]!.environment!)
    expect(settings.database).toMatchObject({ host: 'postgres', database: 'sotay' })
    expect(settings.demo).toBe(false)
  })

  test('runs what the build makes', async () => {
    const dockerfile = await readFile(join(ROOT, 'infra/compose/Dockerfile'), 'utf8')
    const command = services[name]!.command ?? JSON.parse(dockerfile.match(/^CMD (\[.*\])$/m)![1]!).join(' ')
    const entry = command.replace(/^node /, '')
    expect(existsSync(join(ROOT, entry)), entry).toBe(true)
  })
})

test('web and worker know no password; the web trusts the proxy alone', () => {
  for (const name of ['web-1', 'web-2', 'worker']) {
    expect(new URL(services[name]!.environment!.SOTAY_DATABASE_URL!).password).toBe('')
  }
  const { networks } = services.proxy as { networks: { inside: { ipv4_address: string } } }
  for (const name of ['web-1', 'web-2']) {
    expect(services[name]!.environment!.SOTAY_TRUSTED_PROXIES).toBe(networks.inside.ipv4_address)
  }
})
