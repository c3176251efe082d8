import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { generate } from 'otplib'

export interface Person {
  role: string
  unit: string
  unitLevel: string
  name: string
  cardNumber: string
  phone: string
  password: string
  totpSecret?: string
  status?: string
}
interface Installation {
  port: number
  consolePort: number
  people: Record<string, Person[]>
  /** An owner of the console. */
  operator: { email: string; password: string; totpSecret: string }
}
/** Somebody of a province by role, and by level where several hold it; the first of them unless told. */
type Finder = (role: string, unitLevel?: string, position?: number) => Person
interface Fixtures {
  installation: Installation
  /** The province this width works in, so that two widths never meet over the same person. */
  province: string
  site: string
  who: Finder
  signIn(person: Person, page?: Page, site?: string): Promise<void>
  /** A copy of Quảng Ngãi in which no tier has ended, this width's own. */
  copy: { site: string; who: Finder }
  /** The newest code sent to a telephone, from the demonstration's outbox. */
  codeTo(phone: string): Promise<string>
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const finderOf =
  ({ people }: Installation, slug: string): Finder =>
  (role, unitLevel, position = 0) => {
    const fits = (person: Person) => person.role === role && (!unitLevel || person.unitLevel === unitLevel)
    const found = people[slug]!.filter(fits)[position]
    if (!found) throw new Error(`nobody is ${role} in ${slug}`)
    return found
  }

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other says so by an empty pattern
  installation: async ({}, use) => use(JSON.parse(readFileSync(process.env.SOTAY_E2E!, 'utf8'))),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  province: async ({}, use, info) => use(info.project.name === 'phone' ? 'quangngai' : 'bentre'),
  site: async ({ installation, province }, use) => use(`http://${province}.localhost:${installation.port}`),
  who: async ({ installation, province }, use) => use(finderOf(installation, province)),
  copy: async ({ installation }, use, info) => {
    const slug = `qn-${info.project.name}`
    await use({ site: `http://${slug}.localhost:${installation.port}`, who: finderOf(installation, slug) })
  },
  signIn: async ({ page, site }, use) =>
    use(async (person, on = page, at = site) => {
      await on.goto(`${at}/dang-nhap`)
      await on.getByLabel('Số thẻ đảng viên').fill(person.cardNumber)
      await on.getByLabel('Mật khẩu', { exact: true }).fill(person.password)
      await on.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
      if (person.totpSecret) {
        await on.locator('[name=code]').fill(await generate({ secret: person.totpSecret }))
        await on.getByRole('main').locator('button:not([type=button])').last().click()
      }
      await expect(on.getByText(`Đồng chí ${person.name}`)).toBeVisible()
    }),
  codeTo: async ({ installation, request }, use) =>
    use(async (phone) => {
      const outbox = `http://127.0.0.1:${installation.consolePort}/demo/outbox?to=${encodeURIComponent(phone)}`
      let code: string | undefined
      await expect(async () => {
        const answer = await request.get(outbox, { headers: { Host: `ops.localhost:${installation.consolePort}` } })
        const [newest] = (await answer.json()) as { code?: string }[]
        code = newest?.code
        expect(code).toMatch(/^\d{6}$/)
      }).toPass()
      return code!
    }),
})

/** Holds a page to WCAG 2.2 AA, to its own width, and to targets that a finger finds. */
export async function expectAccessible(page: Page): Promise<void> {
  const seen = page.viewportSize()!
  // As tall as its content, so that no bar that stays in place covers a target a reader would scroll to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...seen, height: Math.max(height + 200, seen.height) })
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await page.setViewportSize(seen)
}

/** Fetches as the page itself would: names under localhost are the browser's to resolve. */
export const fetchIn = (page: Page, path: string, init: RequestInit = {}) =>
  page.evaluate(
    async ([address, options]) => {
      const answer = await fetch(address, options)
      const bytes = [...new Uint8Array(await answer.arrayBuffer())]
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', bytes }
    },
    [path, init] as const,
  )

export { expect }
