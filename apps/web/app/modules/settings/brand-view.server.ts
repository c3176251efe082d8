import { type ReadSection, readFields } from '@sotay/domain/settings'
import { type SectionValue, valueHash } from '@sotay/tenant-config'
import type { BrandLook } from './brand-preview'
import type { DrawingView } from './drawing-forms'

/** What the page of the brand shows besides its fields: drawings and the look of the first page, as drafted. */
export function viewBrand({ whole }: Pick<ReadSection, 'whole'>): { drawings: DrawingView[]; look: BrandLook } {
  const { brand } = whole
  const drawing = (name: 'emblem' | 'ground', word: string): DrawingView => {
    const seen = valueHash(readFields(whole as SectionValue, ['brand'], [name]))
    return { drawing: name, seen, src: `/quan-tri/cau-hinh/hinh-ve?loai=${word}&v=${seen.slice(0, 12)}` }
  }
  const [emblem, ground] = [drawing('emblem', 'bieu-trung'), drawing('ground', 'nen')]
  const { app, shortName, colours } = brand
  return { drawings: [emblem, ground], look: { app, shortName, ...colours, emblem: emblem.src } }
}
