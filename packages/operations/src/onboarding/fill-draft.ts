import { buffer } from 'node:stream/consumers'
import { FileNotFound } from '@sotay/files'
import { Invalid, NotFound } from '@sotay/kernel'
import { composed } from '@sotay/kernel/composed'
import { checkAnswer } from '@sotay/tenant-config'
import type { OperationsContext } from '../context'
import { fieldsOf } from '../operators/fields-of'
import { changeDraft, draftKey, readDraft } from './drafts'
import { paintEmblem } from './emblem'
import { type Administrator, administratorInput } from './inputs'

/** Keeps one answer. @throws NotFound for a question the preset does not ask · Invalid under `answer` */
export async function answerQuestion(
  ctx: OperationsContext,
  id: string,
  { question: key, typed }: { question: string; typed: string },
): Promise<void> {
  const question = (await readDraft(ctx, id)).preset.questions.find((entry) => entry.key === key)
  if (!question) throw new NotFound()
  const checked = checkAnswer(question, typed)
  if ('fault' in checked) throw new Invalid({ answer: [`operations.answer-${checked.fault}`] })
  await changeDraft(ctx, id, (held) => ({ ...held, answers: { ...held.answers, [key]: typed.trim() } }))
}

/** Keeps who the first administrator is to be. @throws Invalid by field */
export async function nameAdministrator(ctx: OperationsContext, id: string, person: Administrator): Promise<void> {
  const parsed = administratorInput.safeParse(person)
  if (!parsed.success) throw new Invalid(fieldsOf(parsed.error))
  await changeDraft(ctx, id, (held) => ({ ...held, administrator: parsed.data }))
}

/** Paints and keeps an emblem. @throws Invalid */
export async function keepEmblem(ctx: OperationsContext, id: string, file: File): Promise<void> {
  const painted = await paintEmblem(Buffer.from(await file.arrayBuffer()))
  const at = ctx.clock.now().toISOString()
  await changeDraft(ctx, id, (held) => ({ ...held, emblem: { name: file.name.slice(-120), at } }))
  await ctx.store.put(draftKey(id, 'emblem'), painted, { contentType: 'image/svg+xml' })
}

const ROSTER_BYTES = 30 * 1024 * 1024

/** Keeps a roster file as it came; the province's own imports read it. @throws Invalid */
export async function keepRoster(ctx: OperationsContext, id: string, file: File): Promise<void> {
  if (file.size === 0) throw new Invalid({ roster: ['operations.roster-needed'] })
  if (file.size > ROSTER_BYTES || !/\.(xlsx|csv)$/i.test(file.name)) {
    throw new Invalid({ roster: ['operations.roster-kind'] })
  }
  const at = ctx.clock.now().toISOString()
  const name = composed(file.name).slice(-120)
  await changeDraft(ctx, id, (held) => ({ ...held, roster: { name, bytes: file.size, at } }))
  const body = Buffer.from(await file.arrayBuffer())
  await ctx.store.put(draftKey(id, 'roster'), body, { contentType: 'application/octet-stream' })
}

/** What was kept under a draft, or nothing. */
export async function draftFile(
  { store }: Pick<OperationsContext, 'store'>,
  id: string,
  name: 'emblem' | 'roster',
): Promise<Buffer | undefined> {
  try {
    return await buffer((await store.get(draftKey(id, name))).body)
  } catch (error) {
    if (error instanceof FileNotFound) return undefined
    throw error
  }
}
