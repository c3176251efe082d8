import { unit } from '@sotay/domain/organisation'
import { makeChange } from '@sotay/domain/reorganisation'
import { addDays, type TenantContext, todayOf } from '@sotay/kernel'
import type { UnitNode, UnitsFile } from '@sotay/tenant-config'
import { and, eq, inArray, isNull } from 'drizzle-orm'

/** What a demonstration writes in the place of a decision: nobody's. */
const decision = { number: 'Minh họa 01-QĐ/TU', signer: 'Người ký minh họa', issuer: 'Dữ liệu minh họa' }

interface Ending {
  level: string
  until: string
  names: string[]
}

/**
 * Ends the committees whose last day the source names, by the verb an officer would use: what hung on them goes to what is
 * above. Those that ended are passed over. @returns how many ended now
 */
export async function endUnits(province: TenantContext, file: UnitsFile): Promise<number> {
  let ended = 0
  for (const ending of endingsOf(file.units)) ended += await end(province, ending)
  return ended
}

async function end(province: TenantContext, { level, until, names }: Ending): Promise<number> {
  const { db, config, clock } = province
  const standing = await db
    .select({ id: unit.id })
    .from(unit)
    .where(and(inArray(unit.name, names), eq(unit.level, level), eq(unit.kind, 'committee'), isNull(unit.validUntil)))
  if (standing.length === 0) return 0
  const today = todayOf({ config, clock })
  const unitIds = standing.map(({ id }) => id)
  await makeChange(province, {
    change: { kind: 'abolish-level', level, unitIds, effectiveOn: addDays(until, 1) },
    decision: { ...decision, signedOn: until < today ? until : today },
  })
  return unitIds.length
}

function endingsOf(nodes: readonly UnitNode[]): Ending[] {
  const endings = new Map<string, Ending>()
  const visit = ({ name, level, until, children }: UnitNode) => {
    if (until) {
      const key = `${level} ${until}`
      const ending = endings.get(key) ?? { level, until, names: [] }
      endings.set(key, { ...ending, names: [...ending.names, name] })
    }
    for (const child of children) visit(child)
  }
  for (const node of nodes) visit(node)
  return [...endings.values()].sort((one, other) => one.until.localeCompare(other.until))
}
