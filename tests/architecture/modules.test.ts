import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '@sotay/domain'
import { keyPaths } from '@sotay/i18n'
import { describe, expect, test } from 'vitest'
import { sitePaths } from './site-paths'

const root = join(import.meta.dirname, '../..')
const folder = (key: string) => join(root, 'packages/domain/src', key)
const texts = (key: string, locale: string) =>
  JSON.parse(readFileSync(join(folder(key), `locales/${locale}.json`), 'utf8')) as Record<string, unknown>

test('every folder of the domain is a module on the list, and each follows those it depends on', () => {
  const folders = readdirSync(join(root, 'packages/domain/src'), { withFileTypes: true })
  const keys = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  expect([...modules.map((module) => module.key)].sort()).toEqual(keys.sort())
  for (const [index, module] of modules.entries()) {
    const before = modules.slice(0, index)
    expect(module.dependsOn.every((dependency) => before.includes(dependency))).toBe(true)
  }
})

describe.each(modules.map((module) => [module.key, module] as const))('%s', (key, module) => {
  test('speaks both languages with the same keys', () => {
    expect(keyPaths(texts(key, 'en'))).toEqual(keyPaths(texts(key, 'vi')))
  })

  test('has a factory and tests', () => {
    expect(existsSync(join(folder(key), 'factory.ts'))).toBe(true)
    expect(readdirSync(folder(key)).some((name) => name.endsWith('.test.ts'))).toBe(true)
  })

  test('leads only to pages that exist, under permissions and words that it has', () => {
    for (const item of module.nav) {
      expect(sitePaths()).toContain(item.path)
      expect(Object.keys(module.permissions)).toContain(item.needs.split('.')[1])
      const [namespace, path] = item.label.split(':')
      expect(namespace).toBe(key)
      expect(keyPaths(texts(key, 'vi'))).toContain(path)
    }
  })

  test('keeps its pages in one folder, if it has any', () => {
    const pages = join(root, 'apps/web/app/modules', key, 'routes.ts')
    if (module.nav.length > 0) expect(existsSync(pages)).toBe(true)
  })

  test('names its jobs, schedules and audit actions after itself', () => {
    const names = [
      ...module.jobs.map((job) => job.name),
      ...module.schedules.map((entry) => entry.job),
      ...module.auditActions,
    ]
    for (const name of names) expect(name.startsWith(`${key}.`)).toBe(true)
    const jobs = new Set(module.jobs.map((job) => job.name))
    for (const schedule of module.schedules) expect(jobs.has(schedule.job)).toBe(true)
  })
})
