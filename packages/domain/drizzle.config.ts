import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['../kernel/src/schema.ts', './src/*/schema.ts'],
  out: './migrations',
})
