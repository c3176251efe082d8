import { listBanners } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'

export const bannerList = operation({
  name: 'list',
  description: 'Các thông báo đang hiện hoặc sắp hiện',
  run: ({ ctx }) => listBanners(ctx),
  show: (banners) =>
    table([
      ['MÃ', 'TỈNH', 'TỪ', 'ĐẾN', 'LỜI'],
      ...banners.map((row) => [
        row.id,
        row.tenant ?? 'mọi tỉnh',
        row.from.toISOString(),
        row.until.toISOString(),
        row.text,
      ]),
    ]),
})
