import { defineCommand } from 'citty'
import { explainError } from '../explain-error'
import { startProduction } from '../start/start-production'

export const production = defineCommand({
  meta: { name: 'production', description: 'Chạy trang, bảng điều hành và bộ xử lý với máy chủ nêu trong SOTAY_*' },
  async run() {
    try {
      await startProduction(process.env)
    } catch (error) {
      process.stderr.write(`${explainError(error).message}\n`)
      process.exit(1)
    }
  },
})
