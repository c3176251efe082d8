import { defineCommand } from 'citty'
import { bannerClear } from './clear'
import { bannerList } from './list'
import { bannerSet } from './set'

export const banner = defineCommand({
  meta: { name: 'banner', description: 'Thông báo bảo trì trên trang của tỉnh' },
  subCommands: { set: bannerSet, list: bannerList, clear: bannerClear },
})
