import { expect, expectAccessible, test } from './fixtures'

test('a province changes a duty and its colours itself, sees the home change, and takes it back', async ({
  page,
  signIn,
  copy,
}) => {
  const { site, who } = copy
  const settings = `${site}/quan-tri/cau-hinh`
  await signIn(who('tenant_admin'), page, site)
  const header = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand-header').trim())
  const before = await header()

  await test.step('a colour too light for its letters is refused, a darker one is kept', async () => {
    await page.goto(`${settings}/thuong-hieu`)
    await expectAccessible(page)
    await page.locator('[name=primary]').fill('#ffd400')
    await expect(page.getByText('khó đọc').first()).toBeVisible()
    await page.getByRole('button', { name: /Lưu vào bản nháp: Màu sắc/ }).click()
    await expect(page.locator('#primary-error')).toBeVisible()
    await page.locator('[name=primary]').fill('#004d40')
    await page.getByRole('button', { name: /Lưu vào bản nháp: Màu sắc/ }).click()
    await expect(page.getByRole('status').first()).toContainText('bản nháp')
  })

  await test.step('a duty: the next six moments follow the form', async () => {
    await page.goto(`${settings}/che-do-bao-cao`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Kết quả triển khai và sử dụng Phần mềm' }).click()
    await page.locator('[name="due.kind"][value=month]').check()
    await page.locator('[name="due.monthDay"]').fill('10')
    await expect(page.getByText('ngày 10').first()).toBeVisible()
    await expectAccessible(page)
    await page.locator('button[value=save]').first().click()
    await expect(page.getByRole('status').first()).toContainText('bản nháp')
  })

  await test.step('the preview says what moves, the publication asks for its article', async () => {
    await page.goto(`${settings}/xem-truoc`)
    await expect(page.getByText(/Kỳ hạn thay đổi/).first()).toBeVisible()
    await expectAccessible(page)
    await page.locator('[name=reason]').fill('Theo Kết luận của Ban Thường vụ Tỉnh ủy')
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(page.locator('#cites-error')).toBeVisible()
    await page.locator('[name=cites]').fill('cong-van/1')
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(page.getByRole('status').first()).toContainText('Đã ban hành')
  })

  await test.step('the home has the new colour', async () => {
    await expect(async () => {
      await page.goto(`${site}/`)
      expect(await header()).not.toBe(before)
    }).toPass()
  })

  await test.step('history, and back', async () => {
    await page.goto(`${settings}/lich-su`)
    await expect(page.getByText('Theo Kết luận của Ban Thường vụ Tỉnh ủy').first()).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Soạn lại theo bản 1', exact: true }).click()
    await expect(page).toHaveURL(/xem-truoc/)
    await page.locator('[name=reason]').fill('Trở lại như cũ sau khi thử')
    await page.locator('[name=cites]').fill('cong-van/1')
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(async () => {
      await page.goto(`${site}/`)
      expect(await header()).toBe(before)
    }).toPass()
  })
})
