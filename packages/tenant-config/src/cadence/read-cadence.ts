import * as z from 'zod'
import type { Cadence } from './cadence'
import { parseCadence } from './parse-cadence'
import { cadenceForms } from './phrases'

/** In the file a phrase, in the configuration a `Cadence`. */
export const cadence = z.string().transform((written, ctx): Cadence => {
  const read = parseCadence(written)
  if (read) return read
  ctx.addIssue({
    code: 'custom',
    message: `không hiểu kỳ hạn “${written.slice(0, 80)}”`,
    params: { allowed: cadenceForms },
    input: written,
  })
  return z.NEVER
})
