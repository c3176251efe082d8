import type { CompiledConfiguration, TenantContext } from '@sotay/kernel'
import {
  type ConfigurationChange,
  diffConfiguration,
  dutyMoments,
  type TenantConfiguration,
  type WrittenConfiguration,
  workingCalendar,
} from '@sotay/tenant-config'

interface Side {
  written: WrittenConfiguration
  /** Absent while the draft contradicts itself. */
  configuration?: TenantConfiguration
}

export interface MovedDuty {
  key: string
  name: string
  /** The next moments it falls due; none where it is not owed. */
  before: Date[]
  after: Date[]
}
export interface ChangedRights {
  role: string
  gained: string[]
  lost: string[]
}
export interface Consequences {
  /** The later side in the words of its file, for naming what changed. */
  whole: WrittenConfiguration
  changes: ConfigurationChange[]
  duties: MovedDuty[]
  rights: ChangedRights[]
  /** Pages of the navigation, by path and key of their words. */
  pagesGone: { path: string; label: string }[]
  pagesCome: { path: string; label: string }[]
}

/** What differs between two configurations, in rules and in what follows from them. */
export function changesBetween(ctx: TenantContext, before: Required<Side>, after: Side): Consequences {
  const changes = diffConfiguration(before.written, after.written)
  const whole = after.written
  if (!after.configuration) return { whole, changes, duties: [], rights: [], pagesGone: [], pagesCome: [] }
  const [old, next] = [ctx.config.recompile(before.configuration), ctx.config.recompile(after.configuration)]
  return {
    whole,
    changes,
    duties: movedDuties(ctx, before.configuration, after.configuration),
    rights: changedRights(old, next),
    pagesGone: pagesOnlyIn(old, next),
    pagesCome: pagesOnlyIn(next, old),
  }
}

const pagesOnlyIn = (one: CompiledConfiguration, other: CompiledConfiguration) =>
  one.navigation
    .filter(({ path }) => !other.navigation.some((page) => page.path === path))
    .map(({ path, label }) => ({ path, label }))

function changedRights(old: CompiledConfiguration, next: CompiledConfiguration): ChangedRights[] {
  const roles = [...new Set([...old.roles, ...next.roles].map(({ key }) => key))]
  return roles
    .map((role) => {
      const [had, has] = [rightsOf(old, role), rightsOf(next, role)]
      return { role, gained: has.filter((one) => !had.includes(one)), lost: had.filter((one) => !has.includes(one)) }
    })
    .filter(({ gained, lost }) => gained.length + lost.length > 0)
}

const rightsOf = (config: CompiledConfiguration, role: string): string[] =>
  config.roles.some(({ key }) => key === role)
    ? [...config.access].flatMap(([permission, audience]) =>
        typeof audience === 'object' && [...audience].some((one) => one === role) ? [permission] : [],
      )
    : []

const SHOWN = 6
const YEARS = 4

/** The duties whose next due moments differ. */
function movedDuties(ctx: TenantContext, old: TenantConfiguration, next: TenantConfiguration): MovedDuty[] {
  const [was, will] = [nextMoments(ctx, old), nextMoments(ctx, next)]
  const keys = [...new Set([...was.keys(), ...will.keys()])]
  return keys
    .map((key) => ({
      key,
      name: (will.get(key) ?? was.get(key))?.name ?? key,
      before: was.get(key)?.moments ?? [],
      after: will.get(key)?.moments ?? [],
    }))
    .filter(({ before, after }) => before.map(Number).join() !== after.map(Number).join())
}

function nextMoments({ clock }: TenantContext, { reporting, calendar, timezone }: TenantConfiguration) {
  const working = workingCalendar(calendar, timezone)
  const from = clock.now()
  const to = new Date(from)
  to.setUTCFullYear(to.getUTCFullYear() + YEARS)
  return new Map(
    reporting.map((duty) => {
      const moments: Date[] = []
      for (const { dueAt } of dutyMoments(duty, { zone: timezone, calendar: working, from, to })) {
        if (moments.push(dueAt) === SHOWN) break
      }
      return [duty.key, { name: duty.duty, moments }]
    }),
  )
}
