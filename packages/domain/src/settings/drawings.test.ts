import { buffer } from 'node:stream/consumers'
import { adoptRevision as adopt } from '@sotay/tenancy'
import { brandFiles, parseTenantFile, valueHash } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { adoptRevision } from './adopt-revision'
import { exportFile } from './exchange-file'
import { publishDraft } from './publish-draft'
import { readSection } from './read-section'
import { openDrawing, uploadDrawing } from './upload-drawing'

let t: TestTenant
let admin: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  t = await createTestTenant()
  admin = await t.as('tenant_admin', t.units.root)
})

const svg = (inside: string, head = '') =>
  new File([`${head}<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${inside}</svg>`], 'hinh.svg')
const circle = '<circle cx="32" cy="32" r="30" fill="#ffd400"/>'
const seen = async (drawing: 'emblem' | 'ground') => {
  const { value } = await readSection(admin, { section: 'brand' })
  return valueHash({ [drawing]: (value as Record<string, string>)[drawing] })
}
const upload = async (file: File) => uploadDrawing(admin, { drawing: 'emblem', file, seen: await seen('emblem') })

test('a drawing is drawn anew and stays a draft until it is published, with icons of every size', async () => {
  await upload(svg(circle))
  const { content, contentType } = await openDrawing(admin, { drawing: 'emblem' })
  expect(contentType).toBe('image/png')
  expect(await sharp(content).metadata()).toMatchObject({ format: 'png' })
  expect(parseTenantFile(await exportFile(admin), 'x').brand.emblem).toBe('brand/emblem.svg')
  const { revision } = await publishDraft(admin, { reason: 'Biểu trưng mới của tỉnh' })
  const ports = {
    sendText: async () => {},
    adoptRevision: (given: Parameters<typeof adopt>[1]) => adopt(t.operations.platform, given),
  }
  await adoptRevision.handler(admin, { revision: revision! }, ports)
  const { brand } = parseTenantFile(await exportFile(admin), 'x')
  const { emblem, icons } = brandFiles(brand)
  expect(brand.emblem).toBe(`brand/${emblem}`)
  for (const [name, size] of [
    ['icon-192.png', 192],
    ['icon-512.png', 512],
    ['icon-maskable-512.png', 512],
  ] as const) {
    const { body } = await admin.files.get(admin.files.key('brand', icons, name))
    expect(await sharp(await buffer(body)).metadata()).toMatchObject({ width: size, height: size })
  }
  await t.operations.directory.refresh()
  expect(t.operations.directory.byId(t.record.id)?.face.files).toMatchObject({ emblem, icons })
})

test.each([
  ['a script', svg('<script>alert(1)</script>'), 'settings.drawing-unsafe'],
  ['an entity', svg(circle, '<!DOCTYPE svg [<!ENTITY a "b">]>'), 'settings.drawing-kind'],
  ['an act on load', svg('<g onload="alert(1)"/>'), 'settings.drawing-unsafe'],
  ['a page', new File(['<html><svg></svg></html>'], 'a.svg'), 'settings.drawing-kind'],
  ['a GIF', new File(['GIF89a/*'], 'a.png'), 'settings.drawing-kind'],
  [
    'broken bytes',
    new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])], 'a.png'),
    'settings.drawing-broken',
  ],
  [
    'a bomb',
    new File(['<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'], 'a.svg'),
    'settings.drawing-broken',
  ],
  ['too much', new File([new Uint8Array(1024 * 1024 + 1)], 'a.png'), 'settings.drawing-large'],
])('%s is refused', async (_what, file, code) => {
  await expect(upload(file)).rejects.toMatchObject({ fields: { file: [code] } })
})

test('a file that reaches out is drawn without what it reached for', async () => {
  await upload(svg(`<image href="file:///etc/passwd" width="9" height="9"/>${circle}`))
  const { content } = await openDrawing(admin, { drawing: 'emblem' })
  expect(content.includes('passwd')).toBe(false)
})
