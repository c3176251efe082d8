import { writeWorkbook } from '@sotay/sheets'
import { expect, expectAccessible, test } from './fixtures'

interface Line {
  name: string
  card: string
  birth: string
}

/** A roster file as an office would send it: ten people, of whom one is born in the future and one has no card. */
function rosterFile(card: (count: number) => string): Promise<Buffer> {
  const lines = Array.from(
    { length: 10 },
    (_, at): Line => ({
      name: `Trần Thị Nhập ${at + 1}`,
      card: at === 3 ? '' : card(at),
      birth: at === 7 ? '01/01/2090' : '03/02/1980',
    }),
  )
  const columns = [
    { header: 'Họ và tên', value: (line: Line) => line.name },
    { header: 'Số thẻ đảng viên', value: (line: Line) => line.card },
    { header: 'Ngày sinh', value: (line: Line) => line.birth },
  ]
  return writeWorkbook({ sheet: 'Danh sách', columns }, lines)
}

test('a cell secretary puts two members on the roster, asks for one’s transfer, and takes ten from Excel with two bad rows', async ({
  page,
  site,
  who,
  signIn,
}) => {
  test.setTimeout(240_000)
  const secretary = who('cell_secretary')
  // Cards of the secretary's own scheme, with numbers nobody has.
  const card = (count: number) => secretary.cardNumber.replace(/\d{4}$/, String(7000 + count))
  await signIn(secretary)

  for (const [at, name] of ['Lê Văn Mới', 'Phạm Thị Mới'].entries()) {
    await test.step(`puts ${name} on the roster`, async () => {
      await page.goto(`${site}/dang-vien/moi`)
      await page.getByRole('main').getByRole('button').last().click()
      await expect(page.getByRole('alert')).toBeVisible()
      await page.locator('[name=fullName]').fill(name)
      await page.locator('[name=cardNumber]').fill(card(900 + at))
      await page.locator('[name=phone]').fill(`09123400${at}0`)
      await page.locator('[name=status]').selectOption('full')
      await page.locator('[name=birthDate]').fill('1985-05-19')
      await expectAccessible(page)
      await page.getByRole('main').getByRole('button').last().click()
      await expect(page).toHaveURL(/dang-vien\/[0-9a-f-]{36}$/)
      await expect(page.getByRole('heading', { name })).toBeVisible()
      await expectAccessible(page)
    })
  }

  await test.step('asks for the transfer of one', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Chuyển sinh hoạt', exact: true }).click()
    await page.locator('[name=tim]').fill('chi bo')
    await page.getByRole('button', { name: /^Tìm/ }).click()
    await page.locator('[name=toUnitId]').first().check()
    await page.locator('[name=reason]').fill('Chuyển nơi cư trú')
    await expectAccessible(page)
    await page.getByRole('main').getByRole('button').last().click()
    await expect(page.getByRole('status').first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('sends ten rows, sees two refused, takes eight', async () => {
    await page.goto(`${site}/dang-vien/nhap/moi`)
    await page.locator('[name=file]').setInputFiles({
      name: 'danh-sach.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await rosterFile(card),
    })
    await expectAccessible(page)
    await page.locator('form[enctype] button').click()
    await expect(page).toHaveURL(/nhap\/[0-9a-f-]{36}$/)
    await expectAccessible(page)
    await page.locator('button[value=map]').click()
    const commit = page.locator('button[value=commit]')
    await expect(async () => {
      await page.reload()
      await expect(commit).toBeVisible({ timeout: 1500 })
    }).toPass({ timeout: 60_000 })
    await expect(page.getByRole('link', { name: 'Tải các dòng bị loại (2)' })).toBeVisible()
    await expectAccessible(page)
    await commit.click()
    await expect(async () => {
      await page.reload()
      await expect(page.locator('button[value=undo]')).toBeVisible({ timeout: 1500 })
    }).toPass({ timeout: 60_000 })
    await page.goto(`${site}/dang-vien?tim=tran+thi+nhap`)
    await expect(page.getByRole('link', { name: /Trần Thị Nhập/ })).toHaveCount(8)
    await expectAccessible(page)
  })
})
