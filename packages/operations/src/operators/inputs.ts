import { z } from 'zod'

/** The first form of a sign-in. `address` is the visitor's, for the limits. */
export const operatorPasswordInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(512),
  address: z.string(),
})
export type OperatorPassword = z.input<typeof operatorPasswordInput>

/** The second: what the first gave, and the code of the authenticator app. */
export const operatorCodeInput = z.object({
  challenge: z.string().max(1024),
  code: z.string().transform((text) => text.replace(/\s/g, '')),
})
export type OperatorCode = z.input<typeof operatorCodeInput>
