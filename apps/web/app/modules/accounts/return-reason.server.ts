import { returnAccountInput } from '@sotay/domain/accounts/inputs'
import { Invalid } from '@sotay/kernel'
import { z } from 'zod'

/** A reason as the forms ask for it: one of the province's own, one's own words, or both. */
export const returnFields = z.object({
  template: z.string().max(500).default(''),
  reason: z.string().max(500, 'accounts.reason-long').default(''),
})

/** @throws Invalid at the field that is typed, when nothing is said */
export function reasonOf({ template, reason }: z.output<typeof returnFields>): string {
  const said = returnAccountInput.shape.reason.safeParse([template, reason].filter(Boolean).join(' '))
  if (!said.success) throw new Invalid({ reason: said.error.issues.map(({ message }) => message) })
  return said.data
}
