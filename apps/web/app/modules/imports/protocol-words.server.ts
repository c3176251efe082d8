import type { ProtocolWords } from '@sotay/domain/imports'
import { dayIn, type TenantContext } from '@sotay/kernel'
import { formatDate } from '@sotay/ui'
import { texts } from '../../shell/texts.server'

const t = (key: string, params?: Record<string, string | number>) => texts.t(`imports:${key}`, params)

const value = (field: string, text: string | null): string => {
  if (!text) return t('values.empty')
  if (field === 'gender' || field === 'status') return t(`values.${field}.${text}`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text, { zone: 'UTC', locale: 'vi' }) : text
}

/** The words of a protocol in the province's language. */
export const protocolWords = (ctx: TenantContext): ProtocolWords => ({
  title: t('protocol.title'),
  subtitle: ({ unit }) => t('protocol.subtitle', { unit }),
  placeAndDate(at) {
    const [year = '', month = '', day = ''] = dayIn(ctx.config.timezone, at).split('-')
    return t('protocol.date', { day, month, year })
  },
  facts: ({ file, unit, rows, open, settled }) => [
    [t('protocol.unit'), unit],
    [t('protocol.file'), file],
    [t('protocol.rows'), String(rows)],
    [t('protocol.settled'), String(settled)],
    [t('protocol.open'), String(open)],
  ],
  kind: (kind) => t(`differences.kinds.${kind}`),
  none: t('protocol.none'),
  columns: {
    number: t('protocol.number'),
    kind: t('protocol.kind'),
    name: t('dryRun.name'),
    card: t('dryRun.card'),
    unit: t('dryRun.unit'),
    difference: t('protocol.difference'),
    resolution: t('differences.resolution'),
    note: t('differences.note'),
  },
  difference: ({ differences }) =>
    differences
      .map(({ field, ours, theirs }) => {
        const both = t('differences.ours', { ours: value(field, ours), theirs: value(field, theirs) })
        return `${t(`fields.${field}`)}: ${both}`
      })
      .join('\n'),
  resolution: ({ resolution }) => (resolution ? t(`differences.resolutions.${resolution}`) : t('differences.open')),
  signatures: [t('protocol.signatures.maker'), t('protocol.signatures.head')],
  sheet: t('reconciliations.title'),
})
