import * as accounts from '@sotay/domain/accounts/inputs'
import * as adoption from '@sotay/domain/adoption/inputs'
import * as authority from '@sotay/domain/authority/inputs'
import * as cards from '@sotay/domain/cards/inputs'
import * as dossiers from '@sotay/domain/dossiers/inputs'
import * as imports from '@sotay/domain/imports/inputs'
import * as members from '@sotay/domain/members/inputs'
import * as news from '@sotay/domain/news/inputs'
import * as organisation from '@sotay/domain/organisation/inputs'
import * as reorganisation from '@sotay/domain/reorganisation/inputs'
import * as settings from '@sotay/domain/settings/inputs'
import * as transfers from '@sotay/domain/transfers/inputs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const MEGABYTE = 1_000_000
/** Of a processor's time, which the suites beside this one lengthen: twice what a request may take. */
const LIMIT_MS = 100

/** Texts on which a careless pattern, a trim or a composition goes back and forth. */
const texts: Record<string, string> = {
  letters: 'a'.repeat(MEGABYTE),
  spaces: `${' '.repeat(MEGABYTE)}x`,
  marks: `a${'\u0301\u0323'.repeat(MEGABYTE / 2)}`,
  digits: '1'.repeat(MEGABYTE),
  day: '2024-01-01'.repeat(MEGABYTE / 10),
  key: `${'2024-01-01T00:00:00.000Z~'.repeat(MEGABYTE / 25)}!`,
  path: `/${'a-'.repeat(MEGABYTE / 2)}!`,
  id: `${'0190f3a0-0000-7000-8000-'.repeat(MEGABYTE / 24)}!`,
}

type Schema = z.core.$ZodType & { _zod: { def: Record<string, never> } }

/** A value of a schema's shape with `text` wherever a text may stand; nothing more is needed for it to be looked at. */
function filled(schema: Schema, text: string): unknown[] {
  const def = schema._zod.def as Record<string, unknown> & { type: string }
  const within = (key: string) => filled(def[key] as Schema, text)
  switch (def.type) {
    case 'object': {
      const shape = def.shape as Record<string, Schema>
      const fields = Object.entries(shape).map(([name, field]) => [name, filled(field, text)[0]])
      return [Object.fromEntries(fields)]
    }
    case 'union':
      return (def.options as Schema[]).flatMap((option) => filled(option, text))
    case 'array':
      return [[within('element')[0]]]
    case 'record':
      return [{ [text]: within('valueType')[0] }]
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
    case 'prefault':
    case 'readonly':
      return within('innerType')
    case 'pipe':
      return within('in')
    case 'literal':
      return [(def.values as unknown[])[0]]
    case 'enum':
      return [Object.values(def.entries as object)[0]]
    case 'boolean':
      return [true]
    default:
      return [text]
  }
}

const modules = {
  accounts,
  adoption,
  authority,
  cards,
  dossiers,
  imports,
  members,
  news,
  organisation,
  reorganisation,
  settings,
  transfers,
}
const schemas = Object.entries(modules).flatMap(([module, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [{ name: `${module}.${name}`, schema: value }] : [],
  ),
)

/** The least of three tries: a collection of garbage in one of them is not the validator's. */
function cpuMilliseconds(act: () => unknown): number {
  const once = () => {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const first = once()
  return first < LIMIT_MS ? first : Math.min(first, once(), once())
}

test('H39: there are validators to try, of every module', () => {
  expect(new Set(schemas.map(({ name }) => name.split('.')[0])).size).toBe(Object.keys(modules).length)
  expect(schemas.length).toBeGreaterThan(80)
})

describe.each(schemas)('H39: $name', ({ schema }) => {
  test('a megabyte in any of its texts is refused, and soon', () => {
    for (const [kind, text] of Object.entries(texts)) {
      for (const value of filled(schema as unknown as Schema, text)) {
        // A field at a time, as a form that is right but for one of them.
        const alone = fieldsOf(value).map((name) => ({ [name]: (value as Record<string, unknown>)[name] }))
        for (const given of alone.length > 0 ? alone : [value]) {
          const spent = cpuMilliseconds(() => schema.safeParse(given))
          expect({ kind, fields: fieldsOf(given), slow: spent > LIMIT_MS }).toMatchObject({ slow: false })
        }
      }
    }
  })
})

const fieldsOf = (value: unknown): string[] => (typeof value === 'object' && value ? Object.keys(value) : [])

test.each(schemas)('H39: no text of $name is without an end', ({ schema }) => {
  const endless = unbounded(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, '')
  expect(endless).toEqual([])
})

interface JsonSchema {
  type?: string | string[]
  maxLength?: number
  pattern?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  maxItems?: number
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  additionalProperties?: JsonSchema | boolean
}

/** Paths of texts that no length, list or pattern bounds. */
function unbounded(schema: JsonSchema, at: string): string[] {
  const { type, maxLength, pattern, format, properties = {}, items, additionalProperties } = schema
  const bounded = maxLength !== undefined || pattern || format || schema.enum || schema.const !== undefined
  const own = [type].flat().includes('string') && !bounded ? [at || 'itself'] : []
  const more = typeof additionalProperties === 'object' ? [additionalProperties] : []
  const inner = [
    ...(items ? [items] : []),
    ...more,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
  ]
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, field]) => unbounded(field, `${at}.${name}`)),
    ...inner.flatMap((one) => unbounded(one, at)),
  ]
}
