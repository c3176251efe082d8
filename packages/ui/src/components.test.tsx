import { createI18n, I18nProvider } from '@sotay/i18n'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import ui from '../locales/vi.json'
import {
  AppShell,
  Checkbox,
  CodeInput,
  DataTable,
  DateTime,
  DueMoment,
  ErrorPage,
  ErrorSummary,
  FilterChips,
  ListenButton,
  type NavItem,
  Notice,
  NumericInput,
  Pagination,
  PasswordInput,
  Progress,
  RadioGroup,
  type Status,
  StatusTag,
  TextInput,
  TextSizeControl,
} from './index'

const i18n = createI18n({ locale: 'vi', resources: { ui } })

function html(element: ReactElement): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n} zone="Asia/Ho_Chi_Minh">
      {element}
    </I18nProvider>,
  )
}

const brand = { app: 'Sổ tay', emblem: '/emblem.svg' }
const item = (label: string, current = false): NavItem => ({ href: `/${label}`, label, icon: 'news', current })

describe('AppShell', () => {
  test('skip links, landmarks and the current page are told apart by name', () => {
    const page = html(
      <AppShell
        brand={brand}
        nav={[{ group: 'Thông tin', items: [item('tin', true)] }]}
        shortcuts={[item('tin', true)]}
      >
        <h1>Tin</h1>
      </AppShell>,
    )
    expect(page).toContain('<a href="#noi-dung">Đến nội dung chính</a>')
    expect(page).toContain('<main id="noi-dung" tabindex="-1">')
    expect(page).toMatch(/<nav id="danh-muc"[^>]*aria-label="Danh mục"/)
    expect(page).toMatch(/<nav class="bottom-bar" aria-label="Lối tắt"/)
    expect(page.match(/aria-current="page"/g)).toHaveLength(2)
  })

  test('the bar has five places, the fifth leads to everything', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => item(label))
    const page = html(
      <AppShell brand={brand} nav={[{ group: 'Thông tin', items: six }]} shortcuts={six}>
        .
      </AppShell>,
    )
    const bar = page.slice(page.indexOf('bottom-bar'))
    expect(bar.match(/<a /g)).toHaveLength(5)
    expect(bar).toContain('<a href="#danh-muc">')
  })

  test('who is not signed in sees neither rail nor bar', () => {
    expect(
      html(
        <AppShell brand={brand} nav={[]}>
          .
        </AppShell>,
      ),
    ).not.toContain('<nav')
  })
})

describe('fields', () => {
  test('label, hint and error are tied to the control', () => {
    const field = html(<TextInput name="cardNumber" label="Số thẻ" hint="Ví dụ" error="Thiếu số" />)
    expect(field).toContain('<label for="cardNumber">Số thẻ</label>')
    expect(field).toContain('id="cardNumber" aria-describedby="cardNumber-hint cardNumber-error" aria-invalid="true"')
    expect(field).toContain('id="cardNumber-error"')
    expect(field).toContain('Lỗi:')
  })

  test('a field without fault claims none', () => {
    const field = html(<TextInput name="a" label="A" />)
    expect(field).not.toMatch(/aria-invalid|aria-describedby|has-error/)
  })

  test('the id of the caller wins, and what was typed is kept', () => {
    expect(html(<TextInput id="form-a" name="a" label="A" defaultValue="cũ" />)).toMatch(
      /<label for="form-a">.*id="form-a" .*value="cũ"/,
    )
  })

  test('numbers get the numeric keypad, codes the message of the phone, passwords stay hidden', () => {
    expect(html(<NumericInput name="n" label="N" />)).toMatch(/type="text" inputMode="numeric"/)
    expect(html(<CodeInput name="code" label="Mã xác nhận" />)).toContain('autoComplete="one-time-code"')
    const password = html(<PasswordInput name="p" label="Mật khẩu" autoComplete="current-password" />)
    expect(password).toContain('type="password"')
    expect(password).toMatch(/<button type="button" class="[^"]*needs-js"/)
  })

  test('a group of choices is named, described, and its first choice is where the summary leads', () => {
    const group = html(
      <RadioGroup
        name="form"
        label="Hình thức"
        error="Xin chọn"
        defaultValue="b"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B', hint: 'thêm' },
        ]}
      />,
    )
    expect(group).toMatch(/<fieldset class="field has-error" aria-describedby="form-error"><legend>Hình thức/)
    expect(group).toContain('<input type="radio" id="form" name="form" value="a"/>')
    expect(group).toMatch(/id="form-b"[^>]*aria-describedby="form-b-more" checked=""/)
  })

  test('boxes are clicked by their words', () => {
    expect(html(<Checkbox name="agree" label="Đã đọc" />)).toContain('<label for="agree">Đã đọc</label>')
  })
})

test('the error summary is an alert that leads to the fields', () => {
  const box = html(<ErrorSummary errors={[{ id: 'phone', message: 'Thiếu số' }, { message: 'Thử lại' }]} />)
  expect(box).toMatch(/role="alert" tabindex="-1"/)
  expect(box).toContain('<a href="#phone">Thiếu số</a>')
  expect(box).toContain('<li>Thử lại</li>')
  expect(html(<ErrorSummary errors={[]} />)).toBe('')
})

test('each state has its words and an icon hidden from readers', () => {
  const marks = (Object.keys(ui.status) as Status[]).map((status) => html(<StatusTag status={status} />))
  for (const mark of marks) expect(mark).toMatch(/<svg[^>]*aria-hidden="true"/)
  expect(new Set(marks.map((mark) => mark.match(/lucide-[a-z0-9-]+/)?.[0])).size).toBe(marks.length)
})

test('a notice says its kind in words', () => {
  expect(html(<Notice tone="error">Mất mạng</Notice>)).toContain('<strong>Có lỗi</strong>')
})

test('due moments say how long and exactly when', () => {
  const due = html(<DueMoment at="2024-01-11T05:30:00Z" now="2024-01-11T02:00:00Z" />)
  expect(due).toContain(
    '<strong>còn 3 giờ</strong> <time dateTime="2024-01-11T05:30:00Z">12:30, Thứ Năm, 11/01/2024</time>',
  )
  expect(html(<DueMoment at="2024-01-08T02:00:00Z" now="2024-01-11T02:00:00Z" />)).toContain('trễ 3 ngày')
  expect(html(<DateTime at="2024-01-11" show="date" />)).toBe('<time dateTime="2024-01-11">11/01/2024</time>')
})

test('a table names its rows, tells its order and carries headers to the cards', () => {
  const table = html(
    <DataTable
      caption="Chi bộ"
      count={6300}
      rows={[{ id: '1', name: 'Chi bộ A', members: 5 }]}
      rowKey={(row) => row.id}
      select={{ name: 'ids', label: (row) => row.name }}
      columns={[
        { key: 'name', header: 'Tên', cell: (row) => row.name, sort: { href: '?xep=ten', direction: 'ascending' } },
        { key: 'members', header: 'Đảng viên', cell: (row) => row.members, numeric: true },
      ]}
    />,
  )
  expect(table).toContain('6.300')
  expect(table).toContain('aria-sort="ascending"')
  expect(table).toContain('<th scope="row">Chi bộ A</th>')
  expect(table).toContain('data-label="Đảng viên"')
  expect(table).toContain('Chọn Chi bộ A')
})

test('links say what they do, and ends of a list have none', () => {
  expect(html(<FilterChips chips={[{ label: 'Trễ hạn', href: '?' }]} />)).toContain('aria-label="Bỏ lọc Trễ hạn"')
  expect(html(<Pagination next="?sau=9" />)).toMatch(/rel="next"/)
  expect(html(<Pagination next="?sau=9" />)).not.toMatch(/rel="prev"/)
  expect(html(<Pagination />)).toBe('')
})

test('progress writes out its denominator and survives an empty one', () => {
  expect(html(<Progress label="Đăng ký" done={412} total={430} note="không tính 18 miễn" />)).toContain(
    '412 / 430, không tính 18 miễn',
  )
  expect(html(<Progress label="Đăng ký" done={0} total={0} />)).toContain('max="1"')
})

test('reading aloud: a player without a script, nothing where there is no sound', () => {
  expect(html(<ListenButton title="Tin" textOf="bai" audioUrl="/a.mp3" />)).toMatch(
    /<audio class="without-js" controls=""/,
  )
  expect(html(<ListenButton title="Tin" textOf="bai" />)).not.toContain('<audio')
  expect(html(<ListenButton title="Tin" textOf="bai" />)).toMatch(
    /class="button secondary needs-js" aria-label="Nghe: Tin"/,
  )
})

test('text size is a form that works without a script and shows what is chosen', () => {
  const control = html(<TextSizeControl action="/giao-dien" appearance={{ textSize: '150', theme: 'auto' }} />)
  expect(control).toContain('<form method="post" action="/giao-dien">')
  expect(control).toMatch(/value="150" aria-label="Cỡ chữ 150%" aria-pressed="true"/)
  expect(control.match(/aria-pressed="false"/g)).toHaveLength(3)
})

test('an error page can be telephoned about', () => {
  const page = html(
    <ErrorPage code={500} title="Có sự cố" contact={{ name: 'quản trị', phone: '0255 3.822-222' }}>
      Xin thử lại.
    </ErrorPage>,
  )
  expect(page).toContain('href="tel:02553822222"')
  expect(page).toContain('Mã 500')
})
