import { createI18n, I18nProvider } from '@sotay/i18n'
import ui from '../locales/vi.json'
import { AppShell, type NavGroup, type NavItem, TextSizeControl, ThemeControl } from '../src/index'
import { Content } from './content'
import { Forms } from './forms'

const i18n = createI18n({ locale: 'vi', resources: { ui } })
const appearance = { textSize: '100', theme: 'auto' } as const

const news: NavItem = { href: '/tin-tuc', label: 'Tin tức', icon: 'news' }
const meetings: NavItem = { href: '/sinh-hoat', label: 'Sinh hoạt', icon: 'meetings', count: 2 }
const study: NavItem = { href: '/hoc-tap', label: 'Học tập', icon: 'study' }
const nav: NavGroup[] = [
  {
    group: 'Thông tin',
    items: [
      { ...news, current: true },
      { href: '/van-kien', label: 'Văn kiện – tài liệu', icon: 'documents' },
    ],
  },
  { group: 'Sinh hoạt', items: [meetings, { href: '/cong-viec', label: 'Công việc', icon: 'tasks' }] },
  { group: 'Học tập', items: [study, { href: '/khao-thi', label: 'Khảo thí', icon: 'examinations' }] },
  { group: 'Ý kiến', items: [{ href: '/khao-sat', label: 'Khảo sát', icon: 'surveys' }] },
  { group: 'Điều hành', items: [{ href: '/bao-cao', label: 'Báo cáo', icon: 'reports' }] },
  { group: 'Quản trị', items: [{ href: '/quan-tri', label: 'Thiết lập', icon: 'settings' }] },
]
const shortcuts: NavItem[] = [
  { href: '/', label: 'Trang chủ', icon: 'home' },
  { ...news, current: true },
  meetings,
  study,
]
const controls = { action: '/giao-dien', appearance }

export function Gallery() {
  return (
    <I18nProvider i18n={i18n} zone="Asia/Ho_Chi_Minh">
      <AppShell
        brand={{ app: 'Sổ tay đảng viên Quảng Ngãi', emblem: 'emblem.svg', ground: 'ground.svg' }}
        identity="Đồng chí Người Thử Nghiệm · Chi bộ Thôn Mẫu"
        links={[
          { href: '/tim-kiem', label: 'Tìm kiếm', icon: 'search' },
          { href: '/thong-bao', label: 'Thông báo', icon: 'notifications', count: 3 },
          { href: '/toi', label: 'Tài khoản', icon: 'account' },
        ]}
        nav={nav}
        shortcuts={shortcuts}
        seat={
          <>
            Đang dùng tài khoản quản trị Đảng ủy xã Mẫu. <a href="/doi">Trở về tài khoản cá nhân</a>
          </>
        }
        menuEnd={
          <>
            <TextSizeControl {...controls} />
            <ThemeControl {...controls} />
          </>
        }
        footer="Ban Tuyên giáo Tỉnh ủy"
      >
        <Content />
        <Forms />
      </AppShell>
    </I18nProvider>
  )
}
