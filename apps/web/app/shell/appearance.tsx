import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { appearanceCookie, changeAppearance, readAppearance } from '@sotay/ui/appearance'

/** Text size and theme, kept on the device by a form that works without a script. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const chosen = changeAppearance(readAppearance(request.headers.get('cookie')), form)
  const from = URL.parse(request.headers.get('referer') ?? '')
  const back = from && from.host === context.arrival.host ? from.pathname + from.search : '/'
  return redirect(back, {
    status: 303,
    headers: { 'Set-Cookie': appearanceCookie(chosen, context.arrival.secure) },
  })
}
