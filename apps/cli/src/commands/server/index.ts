import { defineCommand } from 'citty'
import { serverAdd } from './add'
import { serverList } from './list'

export const server = defineCommand({
  meta: { name: 'server', description: 'Các máy chủ dữ liệu' },
  subCommands: { list: serverList, add: serverAdd },
})
