import type * as z from 'zod'
import type { tenantSchema } from '../schema/tenant'

/** The top-level parts of a tenant.yaml that a province changes itself. The others are its identity, kept by the vendor. */
export const sectionKeys = [
  'name',
  'brand',
  'organisation',
  'accounts',
  'roster',
  'transfers',
  'adoption',
  'roles',
  'modules',
  'settings',
  'newsroom',
  'documents',
  'petitions',
  'calendar',
  'reporting',
  'meetings',
  'steering',
  'targets',
  'exemptions',
  'texts',
  'regulations',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** A configuration as a file writes it: phrases where the read one holds minutes, cadences and correspondents. */
export type WrittenConfiguration = z.input<typeof tenantSchema>

/** JSON of one section, as a file writes it; `null` where the configuration has no such section. */
export type SectionValue = z.core.util.JSONType

export const isSectionKey = (word: string): word is SectionKey => sectionKeys.some((key) => key === word)
