import { fileSections, type SectionKey } from '@sotay/domain/dossiers'
import { NotFound } from '@sotay/kernel'

/** The section that an address names; the first where it names none. @throws NotFound for one there is not */
export function sectionOf(url: URL): SectionKey {
  const named = url.searchParams.get('muc') ?? fileSections[0]
  const found = fileSections.find((key) => key === named)
  if (!found) throw new NotFound()
  return found
}
