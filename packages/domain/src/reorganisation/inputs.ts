import { composed } from '@sotay/kernel/composed'
import { roleKeys } from '@sotay/tenant-config'
import { z } from 'zod'
import { decisionFields } from '../organisation/inputs'

const day = z.iso.date({ error: 'reorganisation.day-needed' })
const unitId = z.uuid({ error: 'reorganisation.unit-needed' })
const memberId = z.uuid()
const name = z
  .string({ error: 'reorganisation.name-needed' })
  .trim()
  .min(2, 'reorganisation.name-needed')
  .max(200, 'reorganisation.name-long')
  .overwrite(composed)
/** Roles that go to a unit's new home with the unit's work; the others end with it. */
const roles = z.array(z.enum(roleKeys)).default([])

const level = z
  .string({ error: 'reorganisation.level-needed' })
  .min(1, 'reorganisation.level-needed')
  .max(60, 'reorganisation.level-needed')

const part = z.object({
  name,
  /** Who goes there from a cell, and which units from a committee; the rest stay. */
  memberIds: z.array(memberId).default([]),
  childIds: z.array(unitId).default([]),
})

const kinds = {
  create: z.object({
    kind: z.literal('create'),
    parentId: unitId,
    unitKind: z.enum(['committee', 'cell'], { error: 'reorganisation.kind-needed' }),
    level,
    name,
  }),
  rename: z.object({ kind: z.literal('rename'), unitId, name }),
  move: z.object({ kind: z.literal('move'), unitId, parentId: unitId }),
  split: z.object({ kind: z.literal('split'), unitId, into: z.array(part).min(1).max(20) }),
  merge: z.object({
    kind: z.literal('merge'),
    unitIds: z.array(unitId).min(1, 'reorganisation.units-needed').max(100),
    /** Takes the others over; a new unit of that name beside the first of them when absent. */
    targetId: unitId.nullish(),
    name: name.nullish(),
    roles,
  }),
  dissolve: z.object({
    kind: z.literal('dissolve'),
    unitId,
    /** Where the units below it go; to its own parent when absent. */
    childrenTo: unitId.nullish(),
    /** Where members go; a cell needs it. */
    membersTo: unitId.nullish(),
    roles,
  }),
  'abolish-level': z.object({
    kind: z.literal('abolish-level'),
    level,
    unitIds: z.array(unitId).min(1, 'reorganisation.units-needed').max(2000),
    /** Where what hangs on each of them goes, its own parent when not named; and where one of those goes by itself. */
    homes: z.record(unitId, unitId).default({}),
    roles,
  }),
}

const on = { effectiveOn: day }

export const planChangeInput = z.discriminatedUnion('kind', [
  kinds.create.extend(on),
  kinds.rename.extend(on),
  kinds.move.extend(on),
  kinds.split.extend(on),
  kinds.merge.extend(on),
  kinds.dissolve.extend(on),
  kinds['abolish-level'].extend(on),
])
export type PlanChange = z.input<typeof planChangeInput>
export type PlannedInput = z.output<typeof planChangeInput>

export const makeChangeInput = z.object({
  change: planChangeInput,
  decision: z.object(decisionFields),
  /** The mark of the plan that was looked at; one that comes out otherwise by now is refused. */
  seen: z.string().max(200).optional(),
})
export type MakeChange = z.input<typeof makeChangeInput>

export const changeInput = z.object({ changeId: z.uuid() })
export type ChangeReference = z.input<typeof changeInput>

export const listChangesInput = z.object({
  status: z.enum(['planned', 'effective', 'cancelled']).optional().catch(undefined),
  kind: z
    .enum(Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]])
    .optional()
    .catch(undefined),
  after: z.string().max(80).optional(),
  size: z.number().int().positive().max(100).default(30),
})
export type ListChanges = z.input<typeof listChangesInput>

export const subjectInput = z.object({ unitId: z.uuid() })
export type SubjectReference = z.input<typeof subjectInput>

export const readHomesInput = z.object({
  level: z.string().min(1).max(48),
  day: z.iso.date(),
  file: z.file().max(2 * 1024 * 1024, 'reorganisation.homes-file-large'),
})
export type ReadHomes = z.input<typeof readHomesInput>

export const levelInput = z.object({ level: z.string().min(1).max(48), day: z.iso.date() })
export type LevelReference = z.input<typeof levelInput>
