import type { TransferDetails, TransferKind, TransferStatus } from '@sotay/domain/transfers'
import type { Status, Step } from '@sotay/ui'

/** The key of a state's words: who crosses the border goes another way. */
export function stateKey({ kind, status }: { kind: TransferKind; status: TransferStatus }): string {
  const own = kind === 'out' && (status === 'confirmed' || status === 'decided')
  return `states.${own ? `${status}-out` : status}`
}

export function stateTag(status: TransferStatus): Status {
  if (status === 'effective') return 'done'
  if (status === 'returned') return 'returned'
  if (status === 'refused' || status === 'withdrawn') return 'withdrawn'
  return 'pending'
}

const ways: Record<TransferKind, TransferStatus[]> = {
  permanent: ['requested', 'confirmed', 'accepted', 'decided', 'effective'],
  temporary: ['requested', 'confirmed', 'accepted', 'decided', 'effective'],
  out: ['requested', 'confirmed', 'decided', 'effective'],
  in: ['confirmed', 'effective'],
}

export interface WayStep {
  labelKey: string
  state: Step['state']
  line: TransferDetails['steps'][number] | undefined
}

/** What was done, then what is yet to come. */
export function wayOf({ kind, status, steps }: Pick<TransferDetails, 'kind' | 'status' | 'steps'>): WayStep[] {
  const way = ways[kind]
  const stopped = status === 'returned' || status === 'refused' || status === 'withdrawn'
  const done = steps.map(
    (line): WayStep => ({
      labelKey: labelOf(kind, line.status),
      state: stops.has(line.status) ? 'stopped' : 'done',
      line,
    }),
  )
  if (stopped) return done
  const ahead = way.slice(way.indexOf(status) + 1).map(
    (next, index): WayStep => ({
      labelKey: labelOf(kind, next),
      state: index === 0 ? 'now' : 'ahead',
      line: undefined,
    }),
  )
  return [...done, ...ahead]
}

const stops = new Set<TransferStatus>(['returned', 'refused', 'withdrawn'])

function labelOf(kind: TransferKind, status: TransferStatus): string {
  const own = (status === 'effective' && kind !== 'permanent') || (status === 'confirmed' && kind === 'in')
  return `steps.${own ? `${status}-${kind}` : status}`
}
