import type { RoleKey } from '@sotay/tenant-config'
import type { TreeEdits } from '../organisation'
import type { PlannedInput } from './inputs'

/** The input of one kind of change. */
export type InputOf<Kind extends PlannedInput['kind']> = Extract<PlannedInput, { kind: Kind }>

/** What else happens on the day. */
export interface Effects {
  /** Everybody in one cell goes to the other; of a cell that is split, those named. */
  members: { from: string; to: string; memberIds?: string[] }[]
  /** Units that end, with where their work goes. */
  ended: { unitId: string; home: string | null }[]
  /** Roles that go with the work; the others end. */
  roles: RoleKey[]
}

/** A change drawn up: what becomes of the tree, and of members and roles. */
export interface Draft {
  edits: TreeEdits
  effects: Effects
  /** Whose change it is called by in lists: the unit's name then, and what it becomes. */
  subject: { name: string; to?: string; count?: number }
}

export const noEffects: Effects = { members: [], ended: [], roles: [] }
