import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { languageCookie } from './language'

/** Takes the choice of language and goes back to the page it was made on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const chosen = (await request.formData()).get('language')
  const from = URL.parse(request.headers.get('referer') ?? '')
  const back = from && from.host === context.arrival.host ? from.pathname + from.search : '/'
  const cookie = languageCookie(chosen === 'vi' ? 'vi' : 'en')
  return redirect(back, { status: 303, headers: { 'Set-Cookie': cookie } })
}
