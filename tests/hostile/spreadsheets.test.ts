import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { listRows, readBatch, startCommit, uploadRoster } from '@sotay/domain/imports'
import { makeCheckedImport, makeRosterFile, mapGuessed, runImportJobs } from '@sotay/domain/imports/factory'
import { importBatch, importRow, member, membership } from '@sotay/domain/schema'
import { systemClock, type TenantContext } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { openTable } from '@sotay/sheets'
import { inPieces, makeWorkbookFile } from '@sotay/sheets/factory'
import { and, count, eq, isNull, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type OwnServers, startOwnServers } from '../harness/own-servers'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

const WORKER = join(import.meta.dirname, '../../apps/worker/build/main.js')
const MEGABYTE = 1024 * 1024

let province: PeopledProvince
let ctx: TenantContext
let site: Site
beforeAll(async () => {
  province = await peopleProvince()
  ctx = { ...province.ctx, clock: systemClock }
  site = await startSite(inject('sotaySettings'))
})
afterAll(() => site?.stop())

const file = (bytes: Uint8Array, name = 'a.xlsx') => new File([new Uint8Array(bytes)], name)
const row = (cells: string[]) =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const HEAD = row(['Họ và tên', 'Số thẻ', 'Chi bộ'])

describe('H29: bombs', () => {
  const refused = async (sent: File) => {
    const before = process.memoryUsage().rss
    const unitId = province.units.root.id
    const answer = await uploadRoster(ctx, { purpose: 'import', unitId, file: sent }).then(
      async ({ batchId }) => {
        await mapGuessed(ctx, batchId)
        await runImportJobs(ctx)
        return (await readBatch(ctx, { batchId }, 'import')).failure
      },
      (error) => error.fields?.file?.[0],
    )
    return { answer, grown: (process.memoryUsage().rss - before) / MEGABYTE }
  }

  test('texts that unpack too far', async () => {
    const strings = `<si><t>${'x'.repeat(900_000)}</t></si>`
    expect((await refused(file(makeWorkbookFile({ rows: HEAD, strings })))).answer).toBe('imports.file-cell-too-long')
  })

  test('a part that declares more than may be read is not opened', async () => {
    const declaredSheet = 2_000_000_000
    const sent = file(makeWorkbookFile({ rows: HEAD, declaredSheet }))
    expect((await refused(sent)).answer).toBe('imports.file-expands-too-far')
  })

  test('a part that holds more than it declares is damage', async () => {
    const rows = HEAD + row(['a', 'b', 'c']).repeat(60_000)
    expect((await refused(file(makeWorkbookFile({ rows, declaredSheet: 200_000 })))).answer).toBe(
      'imports.file-damaged',
    )
  })

  test('rows beyond all rosters end the check, within bounded memory', async () => {
    const rows = `${HEAD}${row(['a', 'b', 'c'])}${'<row/>'.repeat(320_000)}`
    const { answer, grown } = await refused(file(makeWorkbookFile({ rows })))
    expect(answer).toBe('imports.file-too-many-rows')
    expect(grown).toBeLessThan(250)
  })
})

test('H37: entities are refused at the door', async () => {
  const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const sent = file(makeWorkbookFile({ doctype, rows: HEAD + row(['&x;', '99.300001', 'A']) }))
  const given = { purpose: 'import', unitId: province.units.root.id, file: sent } as const
  await expect(uploadRoster(ctx, given)).rejects.toMatchObject({ fields: { file: ['imports.file-entities'] } })
})

test('H38: a name that looks like a formula is a name, in the roster and in what is written of it', async () => {
  const name = '=HYPERLINK("http://x";"y")'
  const sent = await makeRosterFile([{ fullName: name, cardNumber: '99.300002', unit: province.units.cell.name }])
  const batchId = await makeCheckedImport(ctx, { unitId: province.units.cell.id, file: sent })
  await startCommit(ctx, { batchId })
  await runImportJobs(ctx)
  const [kept] = await ctx.db.select({ name: member.fullName }).from(member).where(eq(member.cardNumber, '99.300002'))
  expect(kept!.name).toBe(name)
  for await (const { cells } of openTable(inPieces(Buffer.from(await sent.arrayBuffer())), 'a'))
    expect(cells[0]).not.toBe('')
})

test('text of an encoding nobody knows is refused, with its sentence, and the form stays', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Họ và tên,Số thẻ,Chi bộ\nĐỗ Hoà,1,A\n'),
    Buffer.from([0xff, 0xc3, 0x28, 0x0a]),
  ])
  const answer = await upload(province.people.cell_secretary.cookie, 'a.csv', bytes, province.units.cell.id)
  expect(answer.status).toBe(400)
  expect(answer.body).toContain('bảng mã')
})

test('H41: a file beyond the limit is 413, and others are served meanwhile', async () => {
  const { cookie } = province.people.cell_secretary
  const answer = await upload(cookie, 'a.xlsx', Buffer.alloc(33 * MEGABYTE), province.units.cell.id)
  expect(answer.status).toBe(413)
  const small = await upload(
    cookie,
    'a.xlsx',
    makeWorkbookFile({ rows: HEAD + row(['A B', '99.300003', '']) }),
    province.units.cell.id,
  )
  expect(small.status).toBe(303)
})

/** Sends the upload form as a browser does. */
function upload(cookie: string, name: string, bytes: Buffer, unitId: string) {
  const boundary = 'ranh-gioi'
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="unitId"\r\n\r\n${unitId}\r\n`
  const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([Buffer.from(field + part), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const host = `${province.host}:${site.port}`
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: site.port,
        path: '/dang-vien/nhap/moi',
        method: 'POST',
        headers: {
          Host: host,
          Origin: `http://${host}`,
          Cookie: cookie,
          'Content-Type': `multipart/form-data; boundary=${boundary}`,
          'Content-Length': body.length,
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
      },
    )
    // A refusal may close the connection before the body is through; its answer is then heard, or lost with it.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      ['EPIPE', 'ECONNRESET'].includes(error.code ?? '') ? resolve({ status: 413, body: '' }) : reject(error),
    )
    sent.end(body)
  })
}

describe('a worker killed in the middle of a commit', () => {
  const ROWS = 12_000
  let servers: OwnServers
  let own: PeopledProvince
  let worker: ChildProcess | undefined
  beforeAll(async () => {
    if (!existsSync(WORKER)) throw new Error('apps/worker is not built: npx turbo run build')
    servers = await startOwnServers(inject('sotaySettings'))
    own = await peopleProvince({}, servers.operations)
  }, 120_000)
  afterAll(async () => {
    worker?.kill('SIGKILL')
    await servers?.stop()
  })

  test('leaves whole thousands behind; the next run ends it with nothing twice and nothing left out', async () => {
    const here = { ...own.ctx, clock: systemClock }
    const lines = Array.from({ length: ROWS }, (_, number) => ({
      fullName: `Hồ Thị Thử ${number}`,
      cardNumber: `88.${String(number).padStart(6, '0')}`,
      unit: own.units.cell.name,
    }))
    const batchId = await makeCheckedImport(here, { unitId: own.units.root.id, file: await makeRosterFile(lines) })
    await startCommit(here, { batchId })
    worker = startWorker(servers)
    await progressed(here, batchId, 2_000)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    const halfWay = await imported(here)
    const view = await readBatch(here, { batchId }, 'import')
    expect(view.status).toBe('committing')
    expect(halfWay).toBe(view.progress)
    expect(halfWay).toBeLessThan(ROWS)
    // What the queue does once the dead worker's time is up: the same job again.
    const [job] = await here.db.select().from(outbox).where(eq(outbox.job, 'imports.commit'))
    await here.db.update(outbox).set({ relayedAt: null }).where(eq(outbox.id, job!.id))
    await runImportJobs(here)
    expect(await imported(here)).toBe(ROWS)
    expect((await readBatch(here, { batchId }, 'import')).status).toBe('committed')
    const [homes] = await here.db.select({ rows: count() }).from(membership).where(eq(membership.cause, batchId))
    expect(homes!.rows).toBe(ROWS)
    const missing = and(eq(importRow.batchId, batchId), isNull(member.id))
    const rows = here.db.select({ rows: count() }).from(importRow).leftJoin(member, eq(member.id, importRow.memberId))
    expect((await rows.where(missing))[0]!.rows).toBe(0)
    expect((await listRows(here, { batchId, outcome: 'rejected' })).lines).toEqual([])
  }, 240_000)
})

const imported = async ({ db }: TenantContext) =>
  (
    await db
      .select({ rows: count() })
      .from(member)
      .where(and(like(member.cardNumber, '88.%'), isNull(member.leftOn)))
  )[0]!.rows

async function progressed({ db }: TenantContext, batchId: string, rows: number): Promise<void> {
  for (;;) {
    const [batch] = await db
      .select({ progress: importBatch.progress })
      .from(importBatch)
      .where(eq(importBatch.id, batchId))
    if (batch!.progress >= rows) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function startWorker({ settings }: OwnServers): ChildProcess {
  const { database, files } = settings
  return fork(WORKER, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SOTAY_DATABASE_URL: `postgres://${database.user}:${encodeURIComponent(database.password)}@${database.host}:${database.port}/${database.database}`,
      SOTAY_S3_ENDPOINT: files.endpoint,
      SOTAY_S3_ACCESS_KEY: files.accessKey,
      SOTAY_S3_SECRET_KEY: files.secretKey,
      SOTAY_SECRET: settings.secret,
      SOTAY_DATA: settings.dataDirectory,
    },
  })
}
