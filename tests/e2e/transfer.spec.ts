import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, type Person, test } from './fixtures'

const QUEUE = '/dang-vien/chuyen-sinh-hoat'
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

test('a member moves: asked for, confirmed by the old cell, accepted by the new one, decided by the committee', async ({
  browser,
  site,
  who,
  signIn,
}) => {
  test.setTimeout(300_000)
  const [member, old, next] = [who('member'), who('cell_secretary'), who('cell_secretary', undefined, 1)]
  const committee = who('committee_secretary')
  const open = async (person: Person) => {
    const page = await (await browser.newContext()).newPage()
    await signIn(person, page)
    return page
  }

  const own = await open(member)
  await test.step('the member asks', async () => {
    await own.goto(`${site}/toi/chuyen-sinh-hoat`)
    await expectAccessible(own)
    await own.locator('[name=tim]').fill(`${next.unit}, ${committee.unit}`)
    await own.getByRole('button', { name: /^Tìm/ }).click()
    await own
      .locator('.tick', { hasText: next.unit })
      .filter({ hasText: committee.unit })
      .getByRole('radio')
      .first()
      .check()
    await own.locator('[name=reason]').fill('Chuyển công tác về trường mới')
    await expectAccessible(own)
    await own.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(own.getByRole('status').first()).toContainText('Đã gửi đề nghị')
    await expectAccessible(own)
  })

  /** Opens the transfer as somebody whose turn it is, and presses what it is their turn to press. */
  const answer = async (person: Person, button: string, said: string) => {
    const page = await open(person)
    await page.goto(`${site}${QUEUE}?tim=${member.cardNumber}`)
    await expectAccessible(page)
    await page.getByRole('link', { name: member.name }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('status').first()).toContainText(said)
    await expectAccessible(page)
    return page
  }
  const left = await test.step('the old cell confirms', () => answer(old, 'Xác nhận cho chuyển', 'Đã xác nhận'))
  const joined = await test.step('the new cell accepts', () => answer(next, 'Đồng ý tiếp nhận', 'Đã tiếp nhận'))

  await test.step('the committee decides, and its letter is downloaded', async () => {
    const page = await open(committee)
    await page.goto(`${site}${QUEUE}?tim=${member.cardNumber}`)
    await page.getByRole('link', { name: member.name }).click()
    await page.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.locator('[name=number]').fill('15-QĐ/ĐU')
    await page.locator('[name=signedOn]').fill(today())
    await page.locator('[name=signer]').fill(committee.name)
    await page.locator('[name=effectiveOn]').fill(today())
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(page.getByRole('status').first()).toContainText('Đã ghi quyết định')
    await expectAccessible(page)
    for (const [name, signature] of [
      ['In giấy giới thiệu (PDF)', '%PDF'],
      ['Tải giấy giới thiệu (Word)', 'PK'],
    ] as const) {
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name }).click()
      const content = await readFile(await (await downloading).path())
      expect(content.subarray(0, signature.length).toString()).toBe(signature)
      expect(content.byteLength).toBeGreaterThan(2_000)
    }
  })

  await test.step('the member is in the new cell and only there', async () => {
    for (const [page, count] of [
      [joined, 1],
      [left, 0],
    ] as const) {
      await page.goto(`${site}/dang-vien?tim=${member.cardNumber}`)
      await expect(page.getByRole('link', { name: member.name })).toHaveCount(count)
      await expectAccessible(page)
    }
    await own.goto(`${site}/toi/chuyen-sinh-hoat`)
    await expect(own.getByText(`Đồng chí ${member.name} · ${next.unit}`)).toBeVisible()
    await expectAccessible(own)
  })
})
