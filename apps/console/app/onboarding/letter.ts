import type { ActionFunctionArgs } from '@remix-run/node'
import { NotFound } from '@sotay/kernel'
import { firstLetter } from '@sotay/operations/onboarding'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { pageAnswer } from '../server/refusals'

/** It takes posts alone: each makes a new password. */
export const loader = operatorLoader('operator', async () => {
  throw new NotFound()
})

export async function action({ context, params }: ActionFunctionArgs) {
  try {
    assertRole(context, 'operator')
    const slug = params.slug ?? ''
    const letter = await firstLetter(context.ctx, slug)
    return new Response(new Uint8Array(letter), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="thu-moi-${slug}.pdf"`,
      },
    })
  } catch (error) {
    throw pageAnswer(error, context.locale)
  }
}
