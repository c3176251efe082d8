import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65535)
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)

const environment = z.object({
  SOTAY_PORT: port.default(3000),
  SOTAY_CONSOLE_PORT: port.optional(),
  SOTAY_METRICS_PORT: port.optional(),
  SOTAY_DATA: z.string().min(1).default('.sotay'),
  SOTAY_HOST: z.string().min(1).default('127.0.0.1'),
  SOTAY_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  SOTAY_S3_ENDPOINT: z.url(),
  SOTAY_S3_REGION: z.string().min(1).default('us-east-1'),
  SOTAY_S3_BUCKET: z.string().min(3).default('sotay'),
  SOTAY_S3_ACCESS_KEY: z.string().min(1),
  SOTAY_S3_SECRET_KEY: z.string().min(1),
  SOTAY_SECRET: z.string().min(32),
  SOTAY_RECOVERY_KEY: z.string().min(32).optional(),
  SOTAY_TRUSTED_PROXIES: list.default([]),
  SOTAY_DEMO: z.stringbool().default(false),
})

/** Everything the environment decides, checked once at start. */
export interface Settings {
  port: number
  consolePort: number
  /** Loopback port of `/metrics`; 0 takes a free one. */
  metricsPort: number
  dataDirectory: string
  host: string
  database: DatabaseServer & { user: string; password: string }
  files: { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string }
  secret: string
  /** Opens archives besides the installation's secret; kept apart from it. */
  recoveryKey?: string
  trustedProxies: string[]
  demo: boolean
}

/** A PostgreSQL database that provinces may live in. */
export interface DatabaseServer {
  host: string
  port: number
  database: string
}

/** The environment is not one that can be started with; `message` says which variables and why, in Vietnamese. */
export class SettingsError extends Error {}

/** Reads `SOTAY_*`. @throws SettingsError naming each variable that is missing or wrong */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${explain(issue)}`)
    throw new SettingsError(`Biến môi trường chưa đúng:\n${lines.join('\n')}`)
  }
  const vars = parsed.data
  const url = new URL(vars.SOTAY_DATABASE_URL)
  return {
    port: vars.SOTAY_PORT,
    consolePort: vars.SOTAY_CONSOLE_PORT ?? vars.SOTAY_PORT + 1,
    metricsPort: vars.SOTAY_METRICS_PORT ?? 0,
    dataDirectory: resolve(vars.SOTAY_DATA),
    host: vars.SOTAY_HOST,
    database: {
      host: url.hostname,
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    },
    files: {
      endpoint: vars.SOTAY_S3_ENDPOINT,
      region: vars.SOTAY_S3_REGION,
      bucket: vars.SOTAY_S3_BUCKET,
      accessKey: vars.SOTAY_S3_ACCESS_KEY,
      secretKey: vars.SOTAY_S3_SECRET_KEY,
    },
    secret: vars.SOTAY_SECRET,
    recoveryKey: vars.SOTAY_RECOVERY_KEY,
    trustedProxies: vars.SOTAY_TRUSTED_PROXIES,
    demo: vars.SOTAY_DEMO,
  }
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'chưa đặt'
  if (issue.code === 'too_small') return `cần ít nhất ${issue.minimum} ký tự`
  return 'giá trị không hợp lệ'
}
