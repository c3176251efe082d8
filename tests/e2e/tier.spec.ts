import { expect, expectAccessible, test } from './fixtures'

test('Ban Tổ chức ends the district tier on a copy of Quảng Ngãi and finds last year’s tree intact', async ({
  page,
  signIn,
  copy,
}) => {
  const { site, who } = copy
  await signIn(who('organisation_dept'), page, site)
  const district = 'Đảng bộ huyện Bình Sơn'

  await test.step('the district stands, with its committees below it', async () => {
    await page.goto(`${site}/to-chuc?tim=binh+son`)
    await expect(page.getByText(district).first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('ends the tier: which units, which day, by which decision', async () => {
    await page.goto(`${site}/to-chuc/bo-cap?cap=district&ngay=2026-01-01`)
    await expectAccessible(page)
    await expect(page.getByRole('checkbox', { name: new RegExp(district) })).toBeChecked()
    await page.locator('[name=number]').fill('125-QĐ/TU')
    await page.locator('[name=signedOn]').fill('2025-12-20')
    await page.locator('[name=signer]').fill('Người ký thử')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await expect(page.getByRole('heading', { name: 'Kiểm tra trước khi xác nhận' })).toBeVisible()
    await expect(page.getByText('Đơn vị kết thúc').first()).toBeVisible()
    await expectAccessible(page)
    await page.locator('button[value=confirm]').click()
    await expect(page.getByRole('status').first()).toContainText('có hiệu lực')
    await expectAccessible(page)
  })

  await test.step('today the committees hang under the province', async () => {
    await page.goto(`${site}/to-chuc?tim=binh+son`)
    await expect(page.getByRole('table', { name: /Đơn vị đã kết thúc/ })).toContainText(district)
  })

  await test.step('last year’s tree is as it was', async () => {
    await page.goto(`${site}/to-chuc?tim=binh+son&ngay=2025-01-01`)
    await page.getByRole('link', { name: district, exact: true }).first().click()
    await expect(page).toHaveURL(/ngay=2025-01-01/)
    await expect(page.getByText('Đảng bộ xã', { exact: false }).first()).toBeVisible()
    await expectAccessible(page)
    await page.goto(`${site}/to-chuc/so-sanh?tu=2025-12-31&den=2026-01-01`)
    await expect(page.getByText(district).first()).toBeVisible()
    await expectAccessible(page)
  })
})
