import { resolve } from 'node:path'
import { type OperationsContext, openOperations } from '@sotay/operations'
import { readSettings, type Settings } from '@sotay/tenancy'
import { Refused } from './refused'
import { isRunning, readRunFile } from './run-file'

/**
 * Where the commands work: the servers named by the environment, else the embedded instance that runs on SOTAY_DATA.
 * @throws Refused when neither is there · SettingsError
 */
export async function findServers(env: NodeJS.ProcessEnv = process.env): Promise<Settings> {
  if (env.SOTAY_DATABASE_URL) return readSettings(env)
  const dataDirectory = resolve(env.SOTAY_DATA || '.sotay')
  const run = await readRunFile(dataDirectory)
  if (!run || !isRunning(run)) {
    throw new Refused(
      `Không có bản nào đang chạy trên thư mục "${dataDirectory}". Chạy "npm start" ở cửa sổ khác trước, hoặc đặt SOTAY_DATABASE_URL và SOTAY_S3_* để dùng máy chủ có sẵn.`,
    )
  }
  return readSettings({ ...env, ...run.env })
}

/** Opens the operations as the person at this command line. */
export async function connect(): Promise<OperationsContext> {
  return openOperations(await findServers(), { kind: 'operator', operatorId: `cli:${process.env.USER ?? 'local'}` })
}
