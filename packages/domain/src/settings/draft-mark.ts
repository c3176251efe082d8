import { valueHash } from '@sotay/tenant-config'
import type { DraftSection } from './load-draft'

/** What the draft says, in a few characters: a decision holds for what was looked at and nothing else. */
export const markOf = (sections: readonly DraftSection[]): string =>
  valueHash(Object.fromEntries(sections.map(({ section, value }) => [section, value ?? 'none'])))
