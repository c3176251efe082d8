import type { TenantContext } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { writeWorkbook } from '@sotay/sheets'
import { asc, eq, isNull } from 'drizzle-orm'
import { checkBatch } from './check-batch'
import { commitBatch } from './commit-batch'
import type { RosterField } from './inputs'
import { mapColumns } from './map-columns'
import { readBatch } from './read-batch'
import type { ImportPurpose } from './schema'
import { undoBatch } from './undo-batch'
import { uploadRoster } from './upload-roster'

export type RosterLine = Partial<Record<RosterField, string | Date>>

const HEADINGS: Record<RosterField, string> = {
  fullName: 'Họ và tên',
  cardNumber: 'Số thẻ đảng viên',
  unit: 'Chi bộ sinh hoạt',
  parentUnit: 'Đảng ủy cơ sở',
  birthDate: 'Ngày, tháng, năm sinh',
  gender: 'Giới tính',
  phone: 'Số điện thoại',
  status: 'Trạng thái',
  admittedOn: 'Ngày vào Đảng',
  confirmedOn: 'Ngày chính thức',
}

/** A roster as offices export it, with the columns its lines use. */
export async function makeRosterFile(lines: readonly RosterLine[], name = 'danh sách.xlsx'): Promise<File> {
  const fields = (Object.keys(HEADINGS) as RosterField[]).filter((field) =>
    lines.some((line) => line[field] !== undefined),
  )
  const columns = fields.map((field) => ({ header: HEADINGS[field], value: (line: RosterLine) => line[field] ?? null }))
  return new File([new Uint8Array(await writeWorkbook({ sheet: 'A', columns }, lines))], name)
}

/** Runs the imports' jobs that wait, as a worker would; each once. */
export async function runImportJobs(ctx: TenantContext): Promise<void> {
  const jobs = new Map([checkBatch, commitBatch, undoBatch].map((job) => [job.name, job]))
  for (;;) {
    const waiting = await ctx.db.select().from(outbox).where(isNull(outbox.relayedAt)).orderBy(asc(outbox.id))
    const next = waiting.find(({ job }) => jobs.has(job))
    if (!next) return
    await ctx.db.update(outbox).set({ relayedAt: ctx.clock.now() }).where(eq(outbox.id, next.id))
    const actor = { kind: 'job', job: next.job } as const
    await jobs.get(next.job)!.handler({ ...ctx, actor }, next.input as never, { sendText: async () => undefined })
  }
}

export interface MadeImport {
  unitId: string
  file: File
  purpose?: ImportPurpose
}

/** Uploads a roster and has it checked by the mapping that was guessed. */
export async function makeCheckedImport(ctx: TenantContext, { unitId, file, purpose = 'import' }: MadeImport) {
  const { batchId } = await uploadRoster(ctx, { purpose, unitId, file })
  await mapGuessed(ctx, batchId, purpose)
  await runImportJobs(ctx)
  return batchId
}

export async function mapGuessed(
  ctx: TenantContext,
  batchId: string,
  purpose: ImportPurpose = 'import',
): Promise<void> {
  const { mapping } = await readBatch(ctx, { batchId }, purpose)
  const columns = Object.fromEntries(Object.entries(mapping).map(([column, field]) => [field, Number(column)]))
  await mapColumns(ctx, { batchId, columns })
}
