import { expect, fetchIn, test } from './fixtures'

test('the site installs as the province’s own app', async ({ page, site }) => {
  await page.goto(site)
  const { bytes } = await fetchIn(page, '/manifest.webmanifest')
  const manifest = JSON.parse(Buffer.from(bytes).toString('utf8'))
  expect(manifest).toMatchObject({ lang: 'vi', display: 'standalone', start_url: '/' })
  for (const { src, sizes } of manifest.icons) {
    const icon = await fetchIn(page, src)
    expect(icon.type).toBe('image/png')
    // A PNG holds its width in bytes 16 to 19.
    expect(Buffer.from(icon.bytes).readUInt32BE(16)).toBe(Number.parseInt(sizes, 10))
  }
})

test('without the network a page of ours says so, and nothing private was kept', async ({
  page,
  site,
  context,
  who,
  signIn,
}) => {
  await signIn(who('member'))
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto(`${site}/toi`)
  await page.goto(`${site}/#danh-muc`)
  await fetchIn(page, '/dang-xuat', { method: 'POST' })
  await context.setOffline(true)
  await page.goto(`${site}/toi`)
  await expect(page.getByRole('heading', { name: 'Đang ngoại tuyến' })).toBeVisible()
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map((request) => new URL(request.url).pathname)
  })
  expect(kept.filter((path) => !path.startsWith('/assets/') && !path.startsWith('/brand/'))).toEqual(['/ngoai-tuyen'])
})

test('provinces differ in name and colour, and each has its own', async ({ page, installation }) => {
  const seen = new Set<string>()
  for (const slug of ['quangngai', 'bentre', 'binhphuoc', 'cds-tw']) {
    await page.goto(`http://${slug}.localhost:${installation.port}`)
    const header = page.locator('.app-header')
    const colour = await header.evaluate((element) => getComputedStyle(element).backgroundColor)
    seen.add(`${await page.title()} ${colour}`)
  }
  expect(seen.size).toBe(4)
})
