import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { dutyMoments } from './cadence/due-moments'
import { workingCalendar } from './cadence/working-calendar'
import { contrastRatio } from './compare/contrast-ratio'
import { parseTenantFile } from './file/parse-tenant-file'
import { parseUnitsFile, type UnitNode } from './file/parse-units-file'

const tenants = fileURLToPath(new URL('../../../tenants/', import.meta.url))
const slugs = readdirSync(tenants, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
const read = (path: string) => readFileSync(`${tenants}${path}`, 'utf8')
const load = (slug: string) => parseTenantFile(read(`${slug}/tenant.yaml`), `${slug}/tenant.yaml`)
const flat = (units: UnitNode[]): UnitNode[] => units.flatMap((unit) => [unit, ...flat(unit.children)])

test('the four tenants stand', () => expect(slugs).toEqual(['bentre', 'binhphuoc', 'cds-tw', 'quangngai']))

describe.each(slugs)('%s', (slug) => {
  const config = load(slug)

  test('bears its folder’s name and shows its drawings', () => {
    expect(config.slug).toBe(slug)
    for (const drawing of [config.brand.emblem, config.brand.ground]) {
      const svg = read(`${slug}/${drawing}`)
      expect(svg).toMatch(/^<svg [^>]*viewBox="[^"]+"/)
      expect(svg).not.toMatch(/<script|<foreignObject|href=|on\w+=|<!ENTITY/i)
      expect(svg).toMatch(/<title>/)
    }
  })

  test('white is readable on its primary colour', () => {
    expect(contrastRatio('#ffffff', config.brand.colours.primary)).toBeGreaterThanOrEqual(4.5)
  })

  test('every article its regulations table lists is one the file cites', () => {
    const table = read(`${slug}/regulations.md`)
    const cites = new Set(JSON.stringify(config).match(/(?<="cite":")[^"]+/g))
    const listed = [...table.matchAll(/`([a-z0-9-]+\/[^`]+)`/g)].map((found) => found[1] ?? '')
    expect(listed.length).toBeGreaterThan(5)
    expect(listed.filter((cite) => !cites.has(cite))).toEqual([])
  })

  test('its units hang together and make about 2,000 members where there are cells', () => {
    const path = `${slug}/${config.demo?.units}`
    expect(existsSync(`${tenants}${path}`)).toBe(true)
    const file = parseUnitsFile(read(path), path, config.organisation.levels)
    const units = flat(file.units)
    expect(new Set(units.map((unit) => unit.name)).size).toBe(units.length)
    const cited = [...read(path).matchAll(/cite: ([a-z0-9-]+)\//g)].map((found) => found[1] ?? '')
    expect(cited.filter((regulation) => !config.regulations[regulation])).toEqual([])
    const generate = file.generate
    if (!generate) return expect(config.kind).toBe('steering-body')
    const middle = ({ min, max }: { min: number; max: number }) => (min + max) / 2
    const grown = units.filter((unit) => generate.under.includes(unit.level) && unit.children.length === 0)
    const cells = units.filter((unit) => unit.level === generate.level).length + grown.length * middle(generate.perUnit)
    const members = cells * middle(generate.members)
    expect(members).toBeGreaterThan(1800)
    expect(members).toBeLessThan(2200)
  })
})

test('the sources’ own figures stand where the product reads them', () => {
  const [bentre, binhphuoc, cdsTw, quangngai] = slugs.map(load)
  expect(quangngai?.newsroom?.deadlines.map(({ when, within }) => [when, within / 60])).toEqual([
    ['working-hours', 8],
    ['out-of-hours', 10],
    ['provincial-document-issued', 0],
    ['central-document-received', 0],
  ])
  expect(quangngai?.accounts.approvedBy).toMatchObject({
    role: 'committee_secretary',
    at: 'grassroots',
    otherwise: 'nearest-above',
  })
  expect(bentre?.steering?.absence).toMatchObject({ substitute: true, writtenOpinion: false })
  expect(cdsTw?.steering?.absence).toMatchObject({
    noticeBefore: 1440,
    reason: true,
    writtenOpinion: true,
    substitute: false,
  })
  expect([binhphuoc?.accounts.registration, binhphuoc?.accounts.approvedBy]).toEqual(['issued', undefined])
  expect([cdsTw?.kind, cdsTw?.newsroom, cdsTw?.organisation.levels.some((level) => level.members)]).toEqual([
    'steering-body',
    undefined,
    false,
  ])
})

test('Bến Tre’s duties of January and February 2024 fall on the days BT 7 and 8.2 say', () => {
  const config = load('bentre')
  const calendar = workingCalendar(config.calendar, config.timezone)
  const span = {
    from: new Date('2024-01-25T00:00:00Z'),
    to: new Date('2024-02-29T17:00:00Z'),
    zone: config.timezone,
    calendar,
  }
  const due = config.reporting.flatMap((duty) =>
    [...dutyMoments(duty, span)].map(
      ({ dueAt }) => `${duty.key} ${new Date(dueAt.getTime() + 7 * 3_600_000).toISOString().slice(5, 10)}`,
    ),
  )
  expect(due).toEqual([
    'tien-do-2-tuan 02-07',
    'tien-do-2-tuan 02-21',
    'thanh-vien-tuan-hai 02-08',
    'thanh-vien-truoc-27 01-26',
    'thanh-vien-truoc-27 02-26',
    'thuong-truc-bcd 01-31',
    'thuong-truc-bcd 02-15',
    'thuong-truc-bcd 02-29',
    'don-vi-diem 01-31',
    'don-vi-diem 02-15',
    'don-vi-diem 02-29',
  ])
})

test('no two tenants share a domain or a primary colour', () => {
  const configs = slugs.map(load)
  const domains = configs.flatMap((config) => config.domains)
  const colours = configs.map((config) => config.brand.colours.primary)
  expect(new Set(domains).size).toBe(domains.length)
  expect(new Set(colours).size).toBe(colours.length)
})

test('exempted units of Quảng Ngãi are units of its tree', () => {
  const config = load('quangngai')
  const units = flat(parseUnitsFile(read('quangngai/content/units.yaml'), 'units.yaml').units)
  const armed = units.filter((unit) => unit.armedForces).map((unit) => unit.name)
  expect(config.exemptions.flatMap((exemption) => exemption.units)).toEqual(armed)
})
