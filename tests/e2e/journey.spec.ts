import { expect, expectAccessible, fetchIn, test } from './fixtures'

const PASSWORD = 'hoa sen trắng 2026'

test('a member registers with a card and a code, is approved, signs in, reads and listens', async ({
  page,
  browser,
  site,
  installation,
  province,
  who,
  signIn,
  codeTo,
}) => {
  const newcomer = installation.people[province]!.find((person) => person.status === 'not_registered')!

  await test.step('registers', async () => {
    await page.goto(site)
    await page.getByRole('link', { name: 'Đăng ký' }).click()
    await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByLabel('Số thẻ đảng viên').fill(newcomer.cardNumber)
    await page.getByLabel('Số điện thoại').fill(newcomer.phone)
    await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
    await page.locator('[name=code]').fill(await codeTo(newcomer.phone))
    await expectAccessible(page)
    await page.getByRole('main').getByRole('button').last().click()
    await page.locator('[name=password]').fill(PASSWORD)
    await page.getByRole('main').locator('button:not([type=button])').click()
    await expect(page).toHaveURL(/cho-phe-duyet/)
    await expectAccessible(page)
  })

  await test.step('cannot sign in before the approval, and is told why', async () => {
    await page.goto(`${site}/dang-nhap`)
    await page.getByLabel('Số thẻ đảng viên').fill(newcomer.cardNumber)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
    await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(page.getByRole('alert')).toContainText(/phê duyệt/)
  })

  await test.step('the officer that the configuration names approves', async () => {
    const officer = await (await browser.newContext()).newPage()
    await signIn(who('committee_secretary', 'grassroots'), officer)
    await officer.goto(`${site}/quan-tri/tai-khoan`)
    await officer.getByRole('link', { name: new RegExp(newcomer.name) }).click()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: /^Phê duyệt/ }).click()
    await expect(officer.getByRole('status').first()).toContainText(/phê duyệt/i)
    await officer.context().close()
  })

  const title = `Chi bộ ra quân làm sạch bờ kè (${province})`
  await test.step('the newsroom writes and publishes', async () => {
    const editor = await (await browser.newContext()).newPage()
    await signIn(who('editor', 'province'), editor)
    await editor.goto(`${site}/toa-soan/moi`)
    await editor.locator('[name=unitId]').selectOption({ label: who('editor', 'province').unit })
    await editor.locator('[name=column]').selectOption({ index: 1 })
    await editor.getByLabel('Tiêu đề').fill(title)
    await editor.getByLabel('Tóm tắt').fill('Một buổi sáng, hơn ba trăm mét bờ kè.')
    await editor.getByLabel('Nội dung').fill('Sáng nay, chi bộ cùng bà con dọn rác dọc bờ kè.\n\nAi cũng vui.')
    await expectAccessible(editor)
    await editor.getByRole('main').locator('form button').first().click()
    await expect(editor).toHaveURL(/toa-soan\/[0-9a-f-]{36}/)
    const address = editor.url()
    await editor.locator('button[value=submit]').click()
    await expect(editor.getByText('Chờ duyệt').first()).toBeVisible()
    await editor.context().close()
    const chief = await (await browser.newContext()).newPage()
    await signIn(who('editor_in_chief', 'province'), chief)
    await chief.goto(address)
    await expectAccessible(chief)
    await chief.locator('button[value=publish]').click()
    await expect(chief.getByRole('status').first()).toContainText(/đăng/i)
    await chief.context().close()
  })

  await test.step('signs in, reads and listens', async () => {
    await signIn({ ...newcomer, password: PASSWORD })
    await expectAccessible(page)
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByText('Ai cũng vui.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Nghe/ })).toBeVisible()
    await expectAccessible(page)
    // The worker speaks it once it is published; the page offers the file from then on.
    await expect(async () => {
      await page.reload()
      const audio = await page.locator('audio').getAttribute('src', { timeout: 2000 })
      const answer = await fetchIn(page, audio!)
      expect(answer).toMatchObject({ status: 200, type: expect.stringMatching(/^audio\//) })
      expect(answer.bytes.length).toBeGreaterThan(2000)
    }).toPass({ timeout: 45_000 })
  })
})
