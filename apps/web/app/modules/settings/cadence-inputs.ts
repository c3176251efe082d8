import type { Cadence } from '@sotay/tenant-config'
import type { CadenceInputs } from './field-view'

export const cadenceKinds = [
  'weeks',
  'weekday-of-month',
  'month',
  'mid-and-end-of-month',
  'quarter',
  'half-year',
  'year',
  'once',
  'within',
  'on-demand',
] as const

/** How the inputs of a form show a cadence. */
export function cadenceInputs(cadence: Cadence | undefined): CadenceInputs {
  if (!cadence) return {}
  const at: CadenceInputs = cadence.at ? { at: cadence.at } : {}
  switch (cadence.kind) {
    case 'weeks':
      return { kind: 'weeks', every: String(cadence.every), anchor: cadence.anchor, ...at }
    case 'weekday-of-month':
      return { kind: cadence.kind, weekday: String(cadence.weekday), week: String(cadence.week), ...at }
    case 'once':
      return { kind: 'once', date: cadence.date, onceEdge: cadence.boundary, ...at }
    case 'within':
      return { kind: 'within', hours: String(cadence.minutes / 60), ...at }
    case 'day-of-period': {
      const { period, day, monthOffset, boundary } = cadence
      const whole: CadenceInputs = day === 'last' ? {} : { [`${period}Day`]: String(day), [`${period}Edge`]: boundary }
      return { kind: period, ...whole, [`${period}Offset`]: String(monthOffset), ...at }
    }
    default:
      return { kind: cadence.kind, ...at }
  }
}

const whole = (typed: string | undefined): number | undefined => {
  const read = Number(typed)
  return typed !== undefined && typed !== '' && Number.isFinite(read) ? read : undefined
}

/** What the inputs of a form mean, or nothing while they mean nothing. */
export function cadenceOf(inputs: CadenceInputs): Cadence | undefined {
  const rhythm = rhythmOf(inputs)
  return rhythm && inputs.at ? { ...rhythm, at: inputs.at } : rhythm
}

function rhythmOf(inputs: CadenceInputs): Cadence | undefined {
  const { kind } = inputs
  switch (kind) {
    case 'weeks': {
      const every = whole(inputs.every)
      return every && every > 0 && inputs.anchor ? { kind, every, anchor: inputs.anchor } : undefined
    }
    case 'weekday-of-month': {
      const weekday = whole(inputs.weekday)
      const week = inputs.week === 'last' ? 'last' : whole(inputs.week)
      return weekday && week ? { kind, weekday, week } : undefined
    }
    case 'once':
      return inputs.date ? { kind, date: inputs.date, boundary: edgeOf(inputs.onceEdge) } : undefined
    case 'within': {
      const hours = whole(inputs.hours)
      return hours === undefined || hours < 0 ? undefined : { kind, minutes: Math.round(hours * 60) }
    }
    case 'mid-and-end-of-month':
    case 'on-demand':
      return { kind }
    case 'month':
    case 'quarter':
    case 'half-year':
    case 'year':
      return dayOf(kind, inputs)
    default:
      return undefined
  }
}

function dayOf(period: 'month' | 'quarter' | 'half-year' | 'year', inputs: CadenceInputs): Cadence | undefined {
  const day = whole(inputs[`${period}Day`])
  if (day === undefined) return { kind: 'day-of-period', period, day: 'last', monthOffset: 0, boundary: 'by' }
  if (day < 1 || day > 31) return undefined
  const monthOffset = whole(inputs[`${period}Offset`]) ?? 1
  return { kind: 'day-of-period', period, day, monthOffset, boundary: edgeOf(inputs[`${period}Edge`]) }
}

const edgeOf = (typed: string | undefined): 'by' | 'before' => (typed === 'before' ? 'before' : 'by')
