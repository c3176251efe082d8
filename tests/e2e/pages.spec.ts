import { gzipSync } from 'node:zlib'
import { expect, expectAccessible, fetchIn, test } from './fixtures'

/** KB of gzipped script that a member's page may load. */
const SCRIPT_BUDGET = 130

const publicPages = ['/', '/dang-nhap', '/dang-ky', '/quen-mat-khau', '/khong-co-trang-nay']
const memberPages = [
  '/',
  '/tin-tuc',
  '/toi',
  '/toi/mat-khau',
  '/toi/bao-mat',
  '/toi/ho-so',
  '/toi/chuyen-sinh-hoat',
  '/toi/the',
]

for (const path of publicPages) {
  test(`${path} is readable by everybody, at twice the text and in the dark too`, async ({ page, site, context }) => {
    await page.goto(site + path)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await context.addCookies([{ name: 'appearance', value: '200.contrast', url: site }])
    await page.reload()
    await expectAccessible(page)
  })
}

test('a member’s pages are readable, at twice the text and in the dark too', async ({
  page,
  site,
  who,
  signIn,
  context,
}) => {
  await signIn(who('member'))
  for (const value of ['100.light', '200.dark']) {
    await context.addCookies([{ name: 'appearance', value, url: site }])
    for (const path of memberPages) {
      await page.goto(site + path)
      await expectAccessible(page)
    }
  }
})

test('every page that an officer’s navigation leads to is readable', async ({ page, site, who, signIn }, info) => {
  // The offices that sit at this width: a cell's secretary with a phone, the province's office at a desk.
  await signIn(who(info.project.name === 'phone' ? 'cell_secretary' : 'organisation_dept'))
  const links = await page.locator('nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const paths = [...new Set(links)].filter((path) => /^\/[a-z]/.test(path))
  expect(paths.length).toBeGreaterThan(5)
  for (const path of paths) {
    await page.goto(site + path)
    await expectAccessible(page)
  }
})

test('a member’s page loads no more script than its budget, and nothing from elsewhere', async ({
  page,
  site,
  who,
  signIn,
}) => {
  await signIn(who('member'))
  for (const path of memberPages) {
    await page.goto(site + path, { waitUntil: 'networkidle' })
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
    const scripts = loaded.map((name) => new URL(name)).filter(({ pathname }) => /\/assets\/.*\.js$/.test(pathname))
    const sizes = new Map<string, number>()
    for (const { pathname } of scripts) {
      const { bytes } = await fetchIn(page, pathname)
      sizes.set(pathname, gzipSync(Buffer.from(bytes), { level: 9 }).byteLength)
    }
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1024
    expect(loaded.filter((name) => new URL(name).origin !== site)).toEqual([])
    expect(sizes.size).toBeGreaterThan(2)
    expect(total).toBeLessThan(SCRIPT_BUDGET)
  }
})

test('no page raises an error in the browser', async ({ page, site, who, signIn }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await signIn(who('member'))
  for (const path of memberPages) await page.goto(site + path, { waitUntil: 'networkidle' })
  expect(errors).toEqual([])
})

test('without a script: sign-in, its errors, the text size and sign-out all work', async ({ browser, site, who }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const person = who('member')
  await page.goto(`${site}/dang-nhap`)
  await page.locator('[name=cardNumber]').fill(person.cardNumber)
  await page.locator('[name=password]').fill('không đúng')
  await page.locator('main button:not([type=button])').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('[name=cardNumber]')).toHaveValue(person.cardNumber)
  await page.locator('[name=password]').fill(person.password)
  await page.locator('main button:not([type=button])').click()
  await expect(page.getByText(`Đồng chí ${person.name}`)).toBeVisible()
  await page.goto(`${site}/#danh-muc`)
  await page.locator('[name=textSize][value="150"]').click()
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '150')
  await page.goto(`${site}/#danh-muc`)
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.goto(`${site}/toi`)
  await expect(page).toHaveURL(/dang-nhap/)
  await context.close()
})
