import { buffer } from 'node:stream/consumers'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { member } from '../members'
import { asMember, makeDossier } from './factory'
import { listFileChanges } from './list-file-changes'
import { openPhoto } from './open-photo'
import { readDossier } from './read-dossier'
import { savePhoto } from './save-photo'
import { verifyDossier } from './verify-dossier'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const picture = (width = 300, height = 500) => sharp({ create: { width, height, channels: 3, background: '#8a2be2' } })
const upload = (bytes: Uint8Array, name = 'anh.jpg', type = 'image/jpeg') =>
  new File([new Uint8Array(bytes)], name, { type })
const self = async () => asMember(tenant.ctx, (await tenant.make.member()).id)
const keyOf = async (memberId: string) => {
  const [row] = await tenant.ctx.db.select({ key: member.photoKey }).from(member).where(eq(member.id, memberId))
  return row?.key ?? null
}

test.each(['jpeg', 'png', 'webp'] as const)('a %s becomes a 3×4 JPEG without what was hidden in it', async (format) => {
  const ctx = await self()
  const { memberId } = ctx.actor
  const camera = { IFD0: { Make: 'Máy-ảnh-bí-mật' }, IFD3: { GPSLatitude: '15/1 7/1 0/1' } }
  const bytes = await picture().withExif(camera).toFormat(format).toBuffer()
  expect(bytes.includes('-')).toBe(true)
  await savePhoto(ctx, { file: upload(bytes) })
  const kept = await buffer((await openPhoto(ctx, { memberId })).body)
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 800 })
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  expect(kept.includes('Exif')).toBe(false)
  expect(await keyOf(memberId)).toMatch(new RegExp(`^${tenant.record.id}/portraits/`))
})

test('what follows a picture in its file is not carried over', async () => {
  const ctx = await self()
  const script = '<script>alert(1)</script>'
  const bytes = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(script)])
  await savePhoto(ctx, { file: upload(bytes) })
  const kept = await buffer((await openPhoto(ctx, ctx.actor)).body)
  expect(kept.includes('script')).toBe(false)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const attacks: [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['a GIF', 'photo-kind', () => gif],
  ['a GIF that is a script too', 'photo-kind', () => Buffer.from('GIF89a=1;alert(document.domain)//')],
  ['an SVG', 'photo-kind', () => Buffer.from(svg)],
  ['HTML', 'photo-kind', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a PDF', 'photo-kind', () => Buffer.from('%PDF-1.7\n')],
  ['nothing', 'photo-kind', () => new Uint8Array()],
  ['HEIC', 'photo-kind', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
  ['HTML behind a JPEG’s first bytes', 'photo-broken', () => Buffer.concat([jpegHead, Buffer.from(svg)])],
  ['half a picture', 'photo-broken', async () => (await picture(900, 900).png().toBuffer()).subarray(0, 400)],
  ['a bomb', 'photo-broken', () => picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()],
]
test.each(attacks)('%s is refused and leaves nothing', async (_, code, make) => {
  const ctx = await self()
  const file = upload(await make())
  await expect(savePhoto(ctx, { file })).rejects.toMatchObject({ fields: { file: [`dossiers.${code}`] } })
  expect(await keyOf(ctx.actor.memberId)).toBeNull()
})

test('too large is refused before it is looked at', async () => {
  const file = upload(new Uint8Array(5 * 1024 * 1024 + 1))
  await expect(savePhoto(await self(), { file })).rejects.toThrow('dossiers.photo-large')
})

test('a new one takes the place of the old, unmarks the file and stands in the history', async () => {
  const ctx = await self()
  const { memberId } = ctx.actor
  await makeDossier(tenant.ctx, memberId, { birthPlace: 'Nơi' })
  const secretary = await tenant.as('cell_secretary')
  await savePhoto(ctx, { file: upload(await picture().jpeg().toBuffer()) })
  const first = await keyOf(memberId)
  await verifyDossier(secretary, { memberId, revision: 1 })
  await savePhoto(secretary, { memberId, file: upload(await picture().png().toBuffer()) })
  expect(await keyOf(memberId)).not.toBe(first)
  await expect(tenant.ctx.files.head(tenant.ctx.files.stored(first!))).rejects.toMatchObject({ name: 'FileNotFound' })
  expect((await readDossier(secretary, { memberId })).verifiedAt).toBeNull()
  const { changes } = await listFileChanges(secretary, { memberId })
  expect(changes[0]).toMatchObject({ field: { key: 'photo' }, by: secretary.actor.name, before: null, after: null })
})

test('neither seen nor changed from outside the scope', async () => {
  const ctx = await self()
  const { memberId } = ctx.actor
  const file = upload(await picture().jpeg().toBuffer())
  await savePhoto(ctx, { file })
  const beside = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
  const gone = { kind: 'not-found' }
  for (const other of [await self(), await tenant.as('cell_secretary', beside), await tenant.as('editor')]) {
    await expect(openPhoto(other, { memberId })).rejects.toMatchObject(gone)
    await expect(savePhoto(other, { memberId, file })).rejects.toMatchObject(gone)
  }
  const deputy = await tenant.as('cell_deputy')
  expect((await openPhoto(deputy, { memberId })).size).toBeGreaterThan(100)
  await expect(savePhoto(deputy, { memberId, file })).rejects.toMatchObject(gone)
})
