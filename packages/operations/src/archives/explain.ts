import { Refusal } from '@sotay/kernel'
import { describeRefusal } from '../describe-refusal'

/** One sentence for what went wrong, kept with the archive it concerns. */
export const explain = (error: unknown): string => {
  if (error instanceof Refusal) return describeRefusal(error)
  return error instanceof Error ? error.message : String(error)
}
