import { z } from 'zod'

const text = z.string().max(4000).optional()
const byId = z.record(z.string().max(60), z.string().max(200)).optional()

/** The fields of every kind of change as forms post them; each has a name of its own, so that what was typed comes back. */
export const changeForm = z.object({
  act: z.enum(['check', 'confirm', 'edit']).default('check'),
  seen: text,
  kind: z.enum(['create', 'rename', 'move', 'split', 'merge', 'dissolve', 'abolish-level']),
  effectiveOn: text,
  unitId: text,
  parentId: text,
  unitKind: text,
  level: text,
  name: text,
  targetId: text,
  childrenTo: text,
  membersTo: text,
  /** Names of the new parts of a split unit, by their number. */
  parts: byId,
  /** The number of the part a member or a unit goes to. */
  who: byId,
  child: byId,
  /** Units chosen, and new homes, by unit. */
  units: byId,
  homes: byId,
  /** The filled list of homes of their own. */
  homesFile: z.file().optional(),
  /** Roles that go with the work, by key. */
  roles: byId,
  number: text,
  signedOn: text,
  signer: text,
  issuer: text,
  file: z.file().optional(),
})
export type ChangeForm = z.output<typeof changeForm>

/** The form as fields again, to be carried from one page to the next. */
export function fieldsOf({
  act: _,
  seen: __,
  file: ___,
  homesFile: ____,
  ...form
}: ChangeForm): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string') fields[name] = value
    else if (value) for (const [key, entry] of Object.entries(value)) fields[`${name}.${key}`] = entry
  }
  return fields
}
