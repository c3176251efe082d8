import { SheetRefused } from '../sheet-refused'
import { readXml } from './read-xml'
import type { ZipParts } from './zip-parts'

export interface WorkbookLayout {
  /** The first visible sheet. */
  sheet: string
  strings?: string
  styles?: string
  /** Days are counted from 1904 instead of 1900. */
  since1904: boolean
}

interface Relation {
  id: string
  type: string
  target: string
}

/** Finds a workbook's parts by its relations (ECMA-376 part 2, 9). @throws SheetRefused when it is no Excel workbook */
export async function readLayout(zip: ZipParts): Promise<WorkbookLayout> {
  if (!zip.has('_rels/.rels')) throw new SheetRefused(zip.has('content.xml') ? 'open-document' : 'not-a-table')
  const root = (await readRelations(zip, '_rels/.rels', '')).find(({ type }) => type === 'officeDocument')
  if (!root || !/^xl\//i.test(root.target)) throw new SheetRefused('not-a-table')
  if (root.target.endsWith('.bin')) throw new SheetRefused('binary-excel')
  const folder = root.target.slice(0, root.target.lastIndexOf('/') + 1)
  const relations = await readRelations(zip, `${folder}_rels/${root.target.slice(folder.length)}.rels`, folder)
  const { id, since1904 } = await readWorkbookPart(zip, root.target)
  const sheet = relations.find((relation) => relation.id === id && relation.type === 'worksheet')
  if (!sheet) throw new SheetRefused('empty')
  const part = (type: string) => relations.find((relation) => relation.type === type)?.target
  return { sheet: sheet.target, strings: part('sharedStrings'), styles: part('styles'), since1904 }
}

async function readRelations(zip: ZipParts, name: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  const open = (tag: string, { Id, Type, Target, TargetMode }: Record<string, string>) => {
    if (tag !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
    const target = Target.startsWith('/') ? Target.slice(1) : inFolder(folder, Target)
    relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
  }
  for await (const _ of readXml(zip.read(name), { open }));
  return relations
}

function inFolder(folder: string, target: string): string {
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

async function readWorkbookPart(zip: ZipParts, name: string) {
  let id: string | undefined
  let since1904 = false
  const open = (tag: string, attributes: Record<string, string>) => {
    if (tag === 'workbookPr') since1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    if (tag !== 'sheet' || id !== undefined || (attributes.state ?? 'visible') !== 'visible') return
    id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
  }
  for await (const _ of readXml(zip.read(name), { open }));
  return { id, since1904 }
}
