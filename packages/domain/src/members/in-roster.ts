import { isNull } from 'drizzle-orm'
import { member } from './schema'

/** True of who is on the roster: people who left keep their line and are in no list, no count and no sign-in. */
export const inRoster = isNull(member.leftOn)
