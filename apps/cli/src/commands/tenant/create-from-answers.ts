import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CreationParts, OperationsContext } from '@sotay/operations'
import { configurationOf, firstLetter, onboardTenant, paintEmblem } from '@sotay/operations/onboarding'
import { parseAnswersFile } from '@sotay/tenant-config'
import type { ArgsDef } from 'citty'
import { Refused, WrongUse } from '../../refused'

export const presetArgs = {
  preset: { type: 'string', description: 'full | pilot | city-led | steering-body', valueHint: 'KIỂU' },
  answers: { type: 'string', description: 'Tệp các câu trả lời (YAML)', valueHint: 'TỆP' },
  emblem: { type: 'string', description: 'Biểu trưng, SVG hoặc PNG', valueHint: 'TỆP' },
  roster: { type: 'string', description: 'Danh sách đảng viên, XLSX hoặc CSV', valueHint: 'TỆP' },
  letter: { type: 'string', description: 'Nơi ghi thư cho người quản trị đầu tiên (PDF)', valueHint: 'TỆP' },
} as const satisfies ArgsDef

interface Given {
  preset: string
  answers?: string
  emblem?: string
  roster?: string
  letter?: string
  dryRun: boolean
}

/**
 * The wizard's work from files.
 * @throws WrongUse without the answers or the first administrator · Refused for a file that is not there
 */
export async function createFromAnswers(
  ctx: OperationsContext,
  given: Given,
  onProgress: (part: keyof CreationParts) => void,
) {
  if (!given.answers) throw new WrongUse('Thiếu --answers TỆP.')
  const file = await read(given.answers)
  const { answers, administrator } = parseAnswersFile(file.toString('utf8'), given.answers)
  const { slug, name, domains } = configurationOf(given.preset, answers)
  if (!administrator) throw new WrongUse(`Tệp ${given.answers} thiếu mục administrator: fullName, cardNumber, phone.`)
  if (given.dryRun) return { slug, name, domains, created: false }
  const emblem = given.emblem ? await paintEmblem(await read(given.emblem)) : undefined
  const roster = given.roster ? new File([new Uint8Array(await read(given.roster))], basename(given.roster)) : undefined
  const started = performance.now()
  const { parts } = await onboardTenant(
    ctx,
    { preset: given.preset, answers, administrator, emblem, roster },
    onProgress,
  )
  const milliseconds = Math.round(performance.now() - started)
  if (given.letter) await writeFile(given.letter, await firstLetter(ctx, slug), { mode: 0o600 })
  return { slug, name, domains, created: true, milliseconds, parts, letter: given.letter ?? null }
}

const read = (path: string) =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Refused(`Không có tệp ${path}.`) : error
  })
