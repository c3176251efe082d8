import { audit, authorize, inScope, isId, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { type OfficialDocument, printPdf } from '@sotay/print'
import { aliasedTable, and, desc, eq, lt, sql } from 'drizzle-orm'
import { member } from '../members'
import { decision, unit } from '../organisation'
import words from './locales/vi.json'
import { custody, seat } from './schema'

const texts = words.record
const giver = aliasedTable(member, 'giver')

/**
 * The record of a handing over to print and sign (biên bản bàn giao): who gave the seat, who took it, from which day, by
 * which decision. Each printing is audited.
 * @throws NotFound outside the actor's scope
 * Source: QN 6.7, 16.4
 */
export async function printHandoverRecord(ctx: TenantContext, { custodyId }: { custodyId: string }): Promise<Buffer> {
  const scope = authorize(ctx, 'authority.read')
  if (!isId(custodyId)) throw new NotFound()
  const [taken] = await ctx.db
    .select({
      custody,
      seatName: seat.name,
      unitName: unit.name,
      unitPath: unit.path,
      name: member.fullName,
      card: member.cardNumber,
      number: decision.number,
      signedOn: decision.signedOn,
      signer: decision.signer,
    })
    .from(custody)
    .innerJoin(seat, eq(seat.id, custody.seatId))
    .innerJoin(unit, eq(unit.id, seat.unitId))
    .innerJoin(member, eq(member.id, custody.memberId))
    .leftJoin(decision, eq(decision.id, custody.decisionId))
    .where(and(eq(custody.id, custodyId), inScope(unit.path, scope)))
  if (!taken || taken.custody.cancelled) throw new NotFound()
  const [before] = await ctx.db
    .select({
      name: giver.fullName,
      card: giver.cardNumber,
      validFrom: custody.validFrom,
      validUntil: custody.validUntil,
    })
    .from(custody)
    .innerJoin(giver, eq(giver.id, custody.memberId))
    .where(
      and(
        eq(custody.seatId, taken.custody.seatId),
        eq(custody.cancelled, false),
        lt(custody.validFrom, taken.custody.validFrom),
      ),
    )
    .orderBy(desc(custody.validFrom))
    .limit(1)
  const [above] = await ctx.db
    .select({ name: unit.name })
    .from(unit)
    .where(sql`${unit.path} @> ${taken.unitPath}::ltree and ${unit.path} <> ${taken.unitPath}::ltree`)
    .orderBy(desc(sql`nlevel(${unit.path})`))
    .limit(1)
  await transaction(ctx, async (tx) => audit(tx, 'authority.record-printed', { id: custodyId }))
  return printPdf(recordOf({ ...taken, before, above: above?.name }))
}

interface Handover {
  custody: typeof custody.$inferSelect
  seatName: string
  unitName: string
  above?: string
  name: string
  card: string
  number: string | null
  signedOn: string | null
  signer: string | null
  before?: { name: string; card: string; validFrom: string; validUntil: string | null }
}

/** What the record says, apart from its form. */
function recordOf(given: Handover): OfficialDocument {
  const { before } = given
  const decided: [string, string][] =
    given.number && given.signedOn
      ? [
          [
            texts.decision,
            fill(texts.decided, { number: given.number, day: shown(given.signedOn), signer: given.signer ?? '' }),
          ],
        ]
      : []
  const gives: [string, string][] = before
    ? [
        [texts.giver, fill(texts.person, { name: before.name, card: before.card })],
        [texts.gaveFrom, shown(before.validFrom)],
        [texts.gaveUntil, before.validUntil ? shown(before.validUntil) : ''],
      ]
    : [[texts.giver, texts.nobodyBefore]]
  return {
    issuer: { above: given.above, name: given.unitName },
    title: texts.title,
    subtitle: fill(texts.subtitle, { seat: given.seatName }),
    blocks: [
      { kind: 'facts', rows: [[texts.unit, given.unitName], [texts.seat, given.seatName], ...decided] },
      { kind: 'heading', text: texts.giverHeading },
      { kind: 'facts', rows: gives },
      { kind: 'heading', text: texts.takerHeading },
      {
        kind: 'facts',
        rows: [
          [texts.taker, fill(texts.person, { name: given.name, card: given.card })],
          [texts.takesFrom, shown(given.custody.validFrom)],
          [texts.takesUntil, given.custody.validUntil ? shown(given.custody.validUntil) : texts.open],
        ],
      },
      { kind: 'paragraph', text: texts.terms },
    ],
    signatures: [
      { role: texts.signGiver, name: before?.name },
      { role: texts.signTaker, name: given.name },
      { role: texts.signWitness },
    ],
  }
}

const shown = (day: string): string => day.split('-').reverse().join('/')

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
