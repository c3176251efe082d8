import type { PersonalPart, PersonalValue, TenantContext } from '@sotay/kernel'
import { historyOfFile } from './export-history'
import { fieldOf } from './fields'
import { loadFile } from './load-file'
import { loadRequests } from './load-request'
import { plainValue } from './plain-value'
import { showFile, withOptions } from './show-file'
import { exportWords, fieldWord, sectionWord } from './words'

/**
 * Everything the file holds on a member and every request for change, opened, in the words the member reads. The caller
 * has made sure that it is the member who asks, and records the copy (H56).
 */
export async function dossierExport(ctx: TenantContext, memberId: string): Promise<PersonalPart[]> {
  const [file, requests, history] = await Promise.all([
    loadFile(ctx, memberId),
    loadRequests(ctx, memberId),
    historyOfFile(ctx, memberId),
  ])
  const rows = showFile(ctx, memberId, file.values).flatMap(({ key, fields }) =>
    fields.map((field) => ({
      [exportWords.section]: sectionWord(key),
      [exportWords.field]: fieldWord(field.key),
      [exportWords.value]: plainValue(field, field.value),
    })),
  )
  const asked = requests.flatMap(({ status, requestedAt, decidedAt, reason, changes }) =>
    Object.entries(changes).map(([key, { before, after }]): Record<string, PersonalValue> => {
      const field = fieldOf(key)
      const words = (value: typeof after) => (field ? plainValue(withOptions(ctx, field), value) : '')
      return {
        [exportWords.requestedAt]: requestedAt,
        [exportWords.status]: exportWords.statuses[status],
        [exportWords.field]: fieldWord(key),
        [exportWords.before]: words(before),
        [exportWords.after]: words(after),
        [exportWords.decidedAt]: decidedAt,
        [exportWords.reason]: reason,
      }
    }),
  )
  return [
    { tables: ['dossier'], title: exportWords.file, rows: file.revision === 0 ? [] : rows },
    { tables: ['file_request'], title: exportWords.requests, rows: asked },
    history,
  ]
}
