import { defineCommand } from 'citty'
import { visitEnd } from './end'
import { visitList } from './list'

export const visit = defineCommand({
  meta: { name: 'visit', description: 'Các lần hỗ trợ tại tỉnh' },
  subCommands: { list: visitList, end: visitEnd },
})
