import { audit, Invalid, newId, type TransactionContext, todayOf } from '@sotay/kernel'
import { type RecordDecision, recordDecisionInput } from './inputs'
import { readScan, type Scan } from './scan'
import { decision } from './schema'

/** Where scans lie among the province's files. */
export const SCANS = 'decisions'

/**
 * Keeps a decision on paper and its scan, for the act that it orders. The scan is stored before the row; one whose
 * transaction fails afterwards belongs to no row and is removed by the nightly sweep.
 * @throws Invalid for a day of signing yet to come, and for a file that is no PDF, JPG or PNG by its content
 * Source: QN 10.2.1
 */
export async function recordDecision(tx: TransactionContext, input: RecordDecision): Promise<{ id: string }> {
  const { file, issuer, ...said } = recordDecisionInput.parse(input)
  if (said.signedOn > todayOf(tx)) {
    throw new Invalid({ signedOn: ['organisation.decision-not-signed-yet'] })
  }
  const scan = file && (await readScan(file))
  const id = newId()
  const fileKey = scan && (await store(tx, id, scan))
  await tx.db
    .insert(decision)
    .values({ id, ...said, issuer: issuer || null, fileKey, fileName: scan?.name, createdAt: tx.clock.now() })
  audit(tx, 'organisation.decision-recorded', { id }, { scan: scan !== undefined })
  return { id }
}

async function store({ files }: TransactionContext, id: string, { content, extension, contentType }: Scan) {
  const key = files.key(SCANS, `${id}.${extension}`)
  await files.put(key, content, { contentType })
  return key
}
