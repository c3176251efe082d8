import type { SectionKey } from '@sotay/tenant-config'
import type { PartForm } from './field-forms'
import { formsOfPeople } from './forms-of-people'
import { formsOfWork } from './forms-of-work'
import { sectionPaths } from './section-paths'

const forms: Partial<Record<SectionKey, readonly PartForm[]>> = { ...formsOfPeople, ...formsOfWork }

export interface SectionPage {
  section: SectionKey
  parts: readonly PartForm[]
}

/** The page at an address, or nothing. */
export function pageAt(pathname: string): SectionPage | undefined {
  const last = pathname
    .replace(/\.data$/, '')
    .split('/')
    .at(-1)
  const found = Object.entries(sectionPaths).find(([, path]) => path === last)
  const section = found?.[0] as SectionKey | undefined
  return section && { section, parts: forms[section] ?? [] }
}

/** Where a section is changed. */
export const addressOf = (section: string): string | null => {
  const path = sectionPaths[section === 'name' ? 'brand' : (section as keyof typeof sectionPaths)]
  return path ? `/quan-tri/cau-hinh/${path}` : null
}
