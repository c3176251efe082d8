import { defineCommand } from 'citty'
import { backupDrill } from './drill'
import { backupList } from './list'
import { backupPlan } from './plan'
import { backupRun } from './run'

export const backup = defineCommand({
  meta: { name: 'backup', description: 'Các bản sao lưu của mọi tỉnh' },
  subCommands: { list: backupList, drill: backupDrill, plan: backupPlan, run: backupRun },
})
