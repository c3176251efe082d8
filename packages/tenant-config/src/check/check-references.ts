import type { TenantConfiguration } from '../configuration'
import { type Finding, unknownWord } from '../file/describe-zod-issue'
import type { Correspondent } from '../schema/correspondent'

type Reference = { path: PropertyKey[]; word: string; allowed: string[] }

/** Words that name a level, an agency, an office or a target of the same file must find it there. */
export function checkReferences(config: TenantConfiguration): Finding[] {
  return [...references(config)]
    .filter(({ word, allowed }) => !allowed.includes(word))
    .map(({ path, word, allowed }) => unknownWord(path, word, allowed))
}

function* references(config: TenantConfiguration): Iterable<Reference> {
  const levels = config.organisation.levels.map((level) => level.key)
  const agencies = config.organisation.agencies.map((agency) => agency.key)
  const places = ['member', 'steering', ...levels, ...agencies.map((agency) => `agency:${agency}`)]
  const { accounts, newsroom, meetings, steering } = config

  for (const [index, role] of config.roles.entries()) yield* each(['roles', index, 'at'], role.at, places)
  if (accounts.approvedBy)
    yield { path: ['accounts', 'approvedBy', 'at'], word: accounts.approvedBy.at, allowed: levels }
  yield* each(['accounts', 'seats', 'at'], accounts.seats?.at ?? [], [...levels, 'agencies'])
  if (newsroom) {
    yield { path: ['newsroom', 'owner'], word: newsroom.owner, allowed: agencies }
    for (const [index, board] of newsroom.boards.entries()) {
      const path = ['newsroom', 'boards', index]
      yield { path: [...path, 'level'], word: board.level, allowed: levels }
      if (board.standingAgency)
        yield { path: [...path, 'standingAgency'], word: board.standingAgency, allowed: agencies }
    }
  }
  if (meetings?.guidance) {
    yield { path: ['meetings', 'guidance', 'from'], word: meetings.guidance.from, allowed: agencies }
    yield* each(['meetings', 'guidance', 'through'], meetings.guidance.through, levels)
  }
  if (steering) {
    const offices = steering.offices.map((office) => office.key)
    if (steering.standingAgency) {
      yield { path: ['steering', 'standingAgency'], word: steering.standingAgency, allowed: agencies }
    }
    yield* each(['steering', 'alsoAt'], steering.alsoAt, levels)
    yield* each(['steering', 'presidedBy'], steering.presidedBy, offices)
  }
  const targets = config.targets.map((target) => target.key)
  for (const [index, exemption] of config.exemptions.entries()) {
    yield* each(['exemptions', index, 'targets'], exemption.targets, targets)
  }
  for (const { path, who } of correspondents(config, [])) yield* named(path, who, levels, agencies)
}

function* each(path: PropertyKey[], words: string[], allowed: string[]): Iterable<Reference> {
  for (const [index, word] of words.entries()) yield { path: [...path, index], word, allowed }
}

function* named(path: PropertyKey[], who: Correspondent, levels: string[], agencies: string[]): Iterable<Reference> {
  if (who.kind === 'agency') yield { path, word: who.agency, allowed: agencies }
  if (who.kind === 'each') {
    yield { path, word: who.level, allowed: levels }
    if (who.under) yield { path, word: who.under, allowed: levels }
  }
}

function* correspondents(value: unknown, path: PropertyKey[]): Iterable<{ path: PropertyKey[]; who: Correspondent }> {
  if (!value || typeof value !== 'object') return
  if ('kind' in value && (value.kind === 'each' || value.kind === 'agency')) yield { path, who: value as Correspondent }
  else for (const [step, item] of Object.entries(value)) yield* correspondents(item, [...path, index(value, step)])
}

const index = (holder: object, step: string): PropertyKey => (Array.isArray(holder) ? Number(step) : step)
