import { openOperations, platformStatus, preparePlatformOnce } from '@sotay/operations'
import { readSettings } from '@sotay/tenancy'
import { Refused } from '../refused'
import { startChildren } from './children'
import { planChildren } from './plan-children'
import { assertPortsFree } from './ports'
import { projectRoot, watchModule } from './project-root'
import { say } from './say'
import { stopOnSignal } from './stop-on-signal'

/**
 * Runs the sites and the worker against the servers that SOTAY_* name. Provinces are not migrated here: that is a command
 * of its own, run once for all machines.
 * @throws SettingsError · Refused while a province's tables are older than this version
 */
export async function startProduction(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(env)
  if (settings.demo)
    throw new Refused('SOTAY_DEMO chỉ dùng khi mọi thứ chạy trên máy này bằng "npm start". Bỏ biến đó.')
  await assertPortsFree(settings.host, { SOTAY_PORT: settings.port, SOTAY_CONSOLE_PORT: settings.consolePort })
  await preparePlatformOnce(settings)
  const ctx = await openOperations(settings, { kind: 'operator', operatorId: 'start' })
  try {
    const { store, behind } = await platformStatus(ctx)
    if (!store.ok) throw new Refused(`Không dùng được kho tệp: ${store.failure}. Kiểm tra các biến SOTAY_S3_*.`)
    if (behind.length > 0)
      throw new Refused(`Bảng dữ liệu của ${behind.join(', ')} cũ hơn phần mềm. Chạy "npm run sotay -- migrate" trước.`)
  } finally {
    await ctx.close()
  }
  const given = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('SOTAY_'))) as Record<
    string,
    string
  >
  const plans = await planChildren(projectRoot, settings, given)
  let stop = async () => {}
  stopOnSignal(() => stop())
  const children = await startChildren(plans, { watch: watchModule })
  stop = () => children.stop()
  if (children.missing.length > 0) {
    await children.stop()
    throw new Refused(`Chưa có bản dựng của ${children.missing.join(', ')}. Chạy "npm run build" trước.`)
  }
  say(`ready: ${settings.host}:${settings.port}, ${settings.host}:${settings.consolePort}`)
}
