import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contrastRatio } from './compare/contrast-ratio'
import { parseTenantFile } from './file/parse-tenant-file'
import { parseUnitsFile, type UnitNode } from './file/parse-units-file'

const tenants = fileURLToPath(new URL('../../../tenants/', import.meta.url))
const slugs = readdirSync(tenants)
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
