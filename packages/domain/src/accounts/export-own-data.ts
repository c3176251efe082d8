import { audit, authorize, NotFound, type PersonalPart, type TenantContext, transaction } from '@sotay/kernel'
import { writeWorkbook } from '@sotay/sheets'
import texts from './locales/vi.json'
import { consume } from './rate-limits'

/** Copies a member may ask for in a day: enough for anybody, too few to burden the province. */
const PER_DAY = 10
const DAY_SECONDS = 86_400

/**
 * Everything the province holds on the actor, as each module tells it (Law 91/2025, H56). Each copy is audited.
 * @throws TooMany after ten copies in a day
 */
export async function exportOwnData(ctx: TenantContext): Promise<PersonalPart[]> {
  authorize(ctx, 'accounts.own')
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  const limit = { name: 'own-data', subject: actor.memberId, points: PER_DAY, seconds: DAY_SECONDS }
  await consume(ctx, 'accounts.too-many-copies', [limit])
  const parts: PersonalPart[] = []
  for (const read of ctx.config.personalData) parts.push(...(await read(ctx, actor.memberId)))
  await transaction(ctx, async (tx) => audit(tx, 'accounts.own-data-exported', { id: actor.accountId }))
  return parts
}

/** The copy for a program: parts, records, and values as they are kept. */
export const ownDataJson = (ctx: TenantContext, parts: readonly PersonalPart[]): string =>
  JSON.stringify({ app: ctx.config.brand.app, at: ctx.clock.now(), parts }, null, 2)

/** The copy for a reader: one line for each value, under its part. */
export function ownDataWorkbook(parts: readonly PersonalPart[]): Promise<Buffer> {
  const words = texts.personal.sheet
  const lines = parts.flatMap(({ title, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row).map(([heading, value]) => ({ title, record: index + 1, heading, value })),
    ),
  )
  return writeWorkbook(
    {
      sheet: words.name,
      title: words.title,
      columns: [
        { header: words.part, width: 28, value: (line) => line.title },
        { header: words.record, width: 8, value: (line) => line.record },
        { header: words.heading, width: 28, value: (line) => line.heading },
        { header: words.value, width: 50, value: ({ value }) => readable(value) },
      ],
    },
    lines,
  )
}

const readable = (value: PersonalPart['rows'][number][string]) => {
  if (typeof value !== 'boolean') return value
  return value ? texts.personal.yes : texts.personal.no
}
