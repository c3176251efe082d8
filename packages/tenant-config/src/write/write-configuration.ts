import { stringify } from 'yaml'
import type { TenantConfiguration } from '../configuration'
import { tenantSchema } from '../schema/tenant'
import type { SectionKey, SectionValue, WrittenConfiguration } from './sections'
import { writers } from './write-sections'

/**
 * A configuration in the words of its file. Reading it gives the same configuration again; keys stand in the order of the
 * schema, whatever order a database kept them in.
 */
export const writeConfiguration = (read: TenantConfiguration): WrittenConfiguration =>
  writeParts(tenantSchema.parse(writeParts(read)))

function writeParts(read: TenantConfiguration): WrittenConfiguration {
  const written = Object.entries(read)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, writePart(key, value)])
  return Object.fromEntries(written) as WrittenConfiguration
}

function writePart(key: string, value: unknown): unknown {
  const write = writers[key as keyof typeof writers] as ((read: unknown) => unknown) | undefined
  return write && value ? write(value) : value
}

/** A section in the words of its file, spelled as `writeConfiguration` spells it; undefined when its schema refuses it. */
export function tidySection(key: SectionKey, value: SectionValue): SectionValue | undefined {
  const read = tenantSchema.shape[key].safeParse(value ?? undefined)
  if (!read.success) return undefined
  return (JSON.parse(JSON.stringify(writePart(key, read.data) ?? null)) ?? null) as SectionValue
}

/** The text of a tenant.yaml that says this configuration; citations stay, comments there were are not known here. */
export const writeTenantFile = (read: TenantConfiguration): string =>
  stringify(writeConfiguration(read), { version: '1.2', schema: 'core', lineWidth: 120, aliasDuplicateObjects: false })
