import { writeFileSync } from 'node:fs'
import { defaultTokens } from './default-tokens'

// Run with: npx vite-node packages/ui/src/brand/write-tokens.ts
writeFileSync(new URL('../tokens.css', import.meta.url), defaultTokens())
