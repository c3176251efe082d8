import { Conflict } from '@sotay/kernel'

/** Two changed the same field at once: what the other wrote, by field, to be shown beside what was typed. */
export class EditClash extends Conflict {
  constructor(readonly theirs: Readonly<Record<string, string | null>>) {
    super('members.edited-meanwhile', {}, Object.fromEntries(Object.entries(theirs).map(beside)))
  }
}

/** What to say beside a field: the other's value, in the reader's words. */
const beside = ([field, value]: [string, string | null]): [string, { code: string; params?: { value: string } }] => {
  if (value === null) return [field, { code: 'members.clash-empty' }]
  if (field === 'gender') return [field, { code: `members.clash-${value}` }]
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return [field, { code: 'members.clash', params: { value: day ? `${day[3]}/${day[2]}/${day[1]}` : value } }]
}

/**
 * What an editor changed, laid over what stands now: fields that only one of the two touched merge.
 * @param seen the fields as the editor saw them
 * @throws EditClash when both changed a field, each to something else
 */
export function mergeEdit<Fields extends Record<string, string | null>>(
  seen: Fields,
  typed: Fields,
  current: Fields,
): Partial<Fields> {
  const mine: Partial<Fields> = {}
  const theirs: Record<string, string | null> = {}
  for (const field of Object.keys(typed) as (keyof Fields & string)[]) {
    if (typed[field] === seen[field] || typed[field] === current[field]) continue
    if (current[field] !== seen[field]) theirs[field] = current[field] ?? null
    mine[field] = typed[field]
  }
  if (Object.keys(theirs).length > 0) throw new EditClash(theirs)
  return mine
}
