import { Tabs } from '@sotay/ui'
import { useText } from './texts'

const sections = [
  ['roles', '/quan-tri/phan-quyen'],
  ['proposals', '/quan-tri/phan-quyen/de-nghi'],
  ['seats', '/quan-tri/vi-tri'],
  ['groups', '/quan-tri/nhom'],
  ['delegations', '/quan-tri/uy-quyen'],
  ['who', '/quan-tri/ai-lam-gi'],
] as const
export type Section = (typeof sections)[number][0]

/** The parts of the administration of rights, as far as the reader has them. */
export function Sections({ current, manages }: { current: Section; manages: boolean }) {
  const t = useText()
  const items = sections
    .filter(([key]) => manages || key !== 'proposals')
    .map(([key, href]) => ({ href, label: t(`sections.${key}`), current: key === current }))
  return <Tabs label={t('sections.label')} items={items} />
}
