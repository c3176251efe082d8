import { type DemoOperator, demoPeople, openOperations } from '@sotay/operations'
import type { Settings } from '@sotay/tenancy'
import { table } from '../table'
import { say } from './say'

/** Addresses of the provinces' sites and of the console. */
export function addresses(settings: Settings, slugs: readonly string[]): Record<string, string> {
  const sites = slugs.map((slug) => [slug, `http://${slug}.localhost:${settings.port}/`])
  return Object.fromEntries([...sites, ['console', `http://ops.localhost:${settings.consolePort}/`]])
}

const SHOWN = ['member', 'committee_secretary', 'editor', 'editor_in_chief', 'steering_secretary', 'tenant_admin']

/** Prints where everything is and how to sign in. */
export async function announce(
  settings: Settings,
  slugs: readonly string[],
  operator: DemoOperator | undefined,
): Promise<void> {
  const urls = addresses(settings, slugs)
  say('')
  for (const line of table([['TRANG', 'ĐỊA CHỈ'], ...Object.entries(urls)])) say(line)
  const ctx = await openOperations(settings, { kind: 'operator', operatorId: 'start' })
  try {
    const rows: (string | undefined)[][] = []
    for (const slug of slugs) {
      const people = (await demoPeople(ctx, slug)).filter((person) => person.status === 'active')
      for (const role of SHOWN) {
        const person = people.find((entry) => entry.role === role)
        if (person) rows.push([slug, role, person.name, person.cardNumber, person.password, person.totpSecret])
      }
    }
    if (operator)
      rows.push(['console', operator.role, operator.name, operator.email, operator.password, operator.totpSecret])
    say('')
    for (const line of table([['TRANG', 'VAI TRÒ', 'HỌ TÊN', 'SỐ THẺ', 'MẬT KHẨU', 'KHÓA XÁC THỰC'], ...rows]))
      say(line)
  } finally {
    await ctx.close()
  }
  say('')
  say(`Tin nhắn (mã xác nhận) của bản chạy thử: ${urls.console}demo`)
  say('Mọi người dùng thử: npm run sotay -- demo people --tenant quangngai')
}
