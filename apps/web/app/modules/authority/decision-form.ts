import { decisionInput } from '@sotay/domain/authority/inputs'
import { Invalid } from '@sotay/kernel'
import { z } from 'zod'

const words = z.string().max(500).optional()

/** A decision's fields as typed; whether one is needed is the verb's to say. */
export const decisionShape = { number: words, signedOn: words, signer: words, file: decisionInput.shape.file }

type Typed = z.output<z.ZodObject<typeof decisionShape>>

/** The decision as typed, or none when all of it was left empty. @throws Invalid beside the field that is missing or wrong */
export function decisionOf({ number, signedOn, signer, file }: Typed) {
  const typed = { number, signedOn, signer, file: file && file.size > 0 ? file : undefined }
  if (Object.values(typed).every((value) => value === undefined)) return undefined
  const checked = decisionInput.safeParse(typed)
  if (checked.success) return checked.data
  throw new Invalid(z.flattenError(checked.error).fieldErrors as Record<string, string[]>)
}
