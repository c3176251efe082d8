import * as z from 'zod'
import type { Cadence } from './cadence'
import { parseCadence } from './parse-cadence'
import { cadenceForms } from './phrases'

const phrase = z.string().meta({ description: 'Kỳ hạn, viết thành câu ngắn', examples: cadenceForms })

/** In the file a phrase, in the configuration a `Cadence`. */
export const cadence = phrase.transform((written, ctx): Cadence => {
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
