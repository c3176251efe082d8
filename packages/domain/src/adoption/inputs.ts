import { z } from 'zod'

const day = z.iso.date('adoption.day-needed')

export const readAdoptionInput = z.object({
  unitId: z.uuid().optional(),
  /** The day looked at; the newest counted one when absent. */
  day: day.optional(),
  /** By share instead of by name: answered only where the province ranks its units. */
  ranked: z.boolean().default(false),
})
export type ReadAdoption = z.input<typeof readAdoptionInput>

/** Which members of a unit are named. */
export const nameFilters = [
  'not-registered',
  'awaiting',
  'inactive',
  'without-smartphone',
  'unknown-smartphone',
] as const
export type NameFilter = (typeof nameFilters)[number]

/** One page of names, of cells. */
const PAGE = 50

export const listNamesInput = z.object({
  unitId: z.uuid(),
  filter: z.enum(nameFilters).default('not-registered'),
  after: z.string().max(200).optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
})
export type ListNames = z.input<typeof listNamesInput>

/** As many as the largest cell has, with room. */
const MOST_MEMBERS = 1000

const answer = z.enum(['yes', 'no', 'unknown'], 'adoption.answer-needed')

export const recordCensusInput = z.object({
  unitId: z.uuid(),
  answers: z.array(z.object({ memberId: z.uuid(), has: answer })).max(MOST_MEMBERS, 'adoption.too-many'),
  /** What holds of those whose answer is not known. */
  rest: z.enum(['yes', 'no']).optional(),
})
export type RecordCensus = z.input<typeof recordCensusInput>

export const undoCensusInput = z.object({ censusId: z.uuid() })
export type UndoCensus = z.input<typeof undoCensusInput>

export const censusCellsInput = z.object({
  search: z.string().trim().max(80).default(''),
  after: z.string().max(400).optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
})
export type CensusCells = z.input<typeof censusCellsInput>
