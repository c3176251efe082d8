import { defineCommand } from 'citty'
import { explainError } from '../explain-error'
import { startAll } from '../start/start-all'

export const start = defineCommand({
  meta: { name: 'start', description: 'Chạy mọi thứ trên máy này; dùng qua "npm start"' },
  args: {
    fresh: { type: 'boolean', description: 'Xóa dữ liệu cũ trong SOTAY_DATA và làm lại từ đầu', default: false },
  },
  async run({ args }) {
    try {
      await startAll({ fresh: args.fresh, env: process.env })
    } catch (error) {
      const { code, message } = explainError(error)
      process.stderr.write(`${message}\n`)
      if (code === 'unexpected') process.stderr.write(`${(error as Error).stack}\n`)
      process.exit(1)
    }
  },
})
