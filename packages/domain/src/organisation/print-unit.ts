import { audit, type TenantContext, transaction } from '@sotay/kernel'
import { type Block, printPdf } from '@sotay/print'
import { type UnitReference, unitReferenceInput } from './inputs'
import { levelName } from './levels'
import type { ChildUnit } from './list-children'
import texts from './locales/vi.json'
import { readUnit, type UnitOnDay } from './read-unit'
import { type HistoryEntry, unitHistory } from './unit-history'

const words = texts.print

/**
 * A unit as of a day on paper: its place, all that hangs on it, and its history. Each paper is recorded.
 * @throws NotFound outside the scope
 */
export async function printUnit(ctx: TenantContext, input: UnitReference): Promise<{ name: string; content: Buffer }> {
  const reference = unitReferenceInput.parse(input)
  const [unit, history] = await Promise.all([readUnit(ctx, reference), unitHistory(ctx, reference)])
  const children = [...unit.children]
  for (let { next } = unit; next; ) {
    const page = await readUnit(ctx, { ...reference, after: next })
    children.push(...page.children)
    next = page.next
  }
  const { id, day } = unit
  await transaction(ctx, async (tx) => audit(tx, 'organisation.unit-printed', { id }, { day, rows: children.length }))
  const content = await printPdf({
    issuer: { name: ctx.config.name },
    title: unit.name,
    subtitle: words.subtitle.replace('{{day}}', dateOf(unit.day)),
    blocks: [factsOf(ctx, unit), ...childrenOf(ctx, children), ...historyOf(history)],
  })
  return { name: `${words.file}-${unit.day}.pdf`, content }
}

function factsOf(ctx: TenantContext, unit: UnitOnDay): Block {
  const rows: [string, string][] = [
    [words.level, levelName(ctx, unit.level)],
    [
      words.above,
      [...unit.above]
        .reverse()
        .map(({ name }) => name)
        .join(' · ') || '–',
    ],
    [words.begins, dateOf(unit.begins)],
  ]
  if (unit.ends) rows.push([words.ends, dateOf(unit.ends)])
  if (unit.standing) rows.push([words.members, String(unit.members)])
  if (unit.agencies.length > 0) rows.push([words.agencies, unit.agencies.map(({ name }) => name).join('; ')])
  return { kind: 'facts', rows }
}

function childrenOf(ctx: TenantContext, children: ChildUnit[]): Block[] {
  if (children.length === 0) return []
  const rows = children.map(({ name, level, children: below, members }, index) => [
    String(index + 1),
    name,
    levelName(ctx, level),
    String(below),
    String(members),
  ])
  const columns = [words.number, words.name, words.level, words.children, words.members]
  return [
    { kind: 'heading', text: words.below },
    { kind: 'table', columns, rows },
  ]
}

function historyOf(history: HistoryEntry[]): Block[] {
  const rows = history.map(({ on, turns: what, name, parentName, planned, order }) => [
    dateOf(on) + (planned ? ` (${texts.history.planned})` : ''),
    what.map((turn) => fill(texts.history[turn], { name, parent: parentName ?? '' })).join(' '),
    order?.number && order.signedOn ? `${order.number}, ${dateOf(order.signedOn)}` : '–',
  ])
  return [
    { kind: 'heading', text: texts.history.title },
    { kind: 'table', columns: [words.day, words.what, words.decision], rows },
  ]
}

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

const dateOf = (day: string): string => day.split('-').reverse().join('/')
