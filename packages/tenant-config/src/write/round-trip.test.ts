import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleTenant } from '../file/example-tenant'
import { parseTenantFile } from '../file/parse-tenant-file'
import { readWritten } from './read-written'
import { sectionKeys } from './sections'
import { tidySection, writeConfiguration, writeTenantFile } from './write-configuration'

const root = join(import.meta.dirname, '../../../../tenants')
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const files = folders.map(({ name: slug }) => [slug, readFileSync(join(root, slug, 'tenant.yaml'), 'utf8')] as const)

// A database keeps the values of JSON, not the order of its keys.
const stored = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(stored) as Value
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
      .map(([key, item]) => [key, stored(item)]),
  ) as Value
}

test.each([...files, ['vi-du', exampleTenant] as const])(
  '%s: file and configuration are one language',
  (slug, text) => {
    const read = parseTenantFile(text, slug)
    const written = writeTenantFile(stored(read))
    expect(parseTenantFile(written, slug)).toEqual(read)
    expect(writeTenantFile(parseTenantFile(written, slug))).toBe(writeTenantFile(read))
    expect(Object.keys(parseTenantFile(written, slug))).toEqual(Object.keys(read))
    expect(readWritten(writeConfiguration(read))).toEqual({ configuration: read, findings: [] })
  },
)

test.each(files)('%s: a section is spelled alike alone and in the whole', (slug, text) => {
  const written = writeConfiguration(parseTenantFile(text, slug))
  for (const key of sectionKeys) expect(tidySection(key, (written[key] ?? null) as never)).toEqual(written[key] ?? null)
})

test('what is wrong is told by path, of schema and of checks across sections', () => {
  const written = writeConfiguration(parseTenantFile(exampleTenant, 'vi-du'))
  expect(
    readWritten({ ...written, reporting: [{ ...written.reporting[0], due: 'thỉnh thoảng' }] }).findings,
  ).toMatchObject([{ path: ['reporting', 0, 'due'] }])
  expect(
    readWritten({ ...written, organisation: { ...written.organisation, agencies: [] } }).findings.map(
      ({ path }) => path[0],
    ),
  ).toContain('newsroom')
})
