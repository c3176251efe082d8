import type { OperationsContext } from '../context'
import { readDisk } from './read-disk'
import { type Fleet, type FleetLine, readFleet } from './read-fleet'
import { readThresholds, type Thresholds } from './thresholds'

type AlertKind =
  | 'no-answer'
  | 'half-made'
  | 'audit-broken'
  | 'migration-behind'
  | 'jobs-failing'
  | 'answers-failing'
  | 'queue-long'
  | 'disk-full'
  | 'backup-stale'

/** Something a person must look at; the console and the command line say what to do by its kind. */
export interface Alert {
  kind: AlertKind
  /** Absent when it concerns the whole installation. */
  slug?: string
  name?: string
  /** The number that passed its threshold, where there is one. */
  value?: number
}

/** The gravest first, then by province. */
const ORDER: AlertKind[] = [
  'audit-broken',
  'no-answer',
  'disk-full',
  'migration-behind',
  'answers-failing',
  'jobs-failing',
  'backup-stale',
  'queue-long',
  'half-made',
]

/** What of a fleet is over its threshold. */
export function alertsOf(fleet: Fleet, thresholds: Thresholds, disk: number | null): Alert[] {
  const alerts = fleet.provinces.flatMap((line) => alertsOfLine(line, thresholds, fleet.at))
  if (disk !== null && disk >= thresholds.diskPercent) alerts.push({ kind: 'disk-full', value: disk })
  return alerts.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}

/** The alerts of this moment, or of at most ten seconds ago. */
export async function readAlerts(ctx: OperationsContext): Promise<Alert[]> {
  const [fleet, thresholds, disk] = await Promise.all([readFleet(ctx), readThresholds(ctx), readDisk(ctx)])
  return alertsOf(fleet, thresholds, disk)
}

function alertsOfLine(line: FleetLine, thresholds: Thresholds, at: Date): Alert[] {
  const { slug, name, status } = line
  // A province without any archive is as old as it is.
  const unsaved = (at.getTime() - (line.lastBackup ?? line.createdAt).getTime()) / 3_600_000
  if (status === 'provisioning') return [{ kind: 'half-made', slug, name }]
  const over = (kind: AlertKind, value: number | null, most: number): Alert[] =>
    value !== null && value >= most ? [{ kind, slug, name, value }] : []
  return [
    ...(line.auditChain === 'rewritten' ? [{ kind: 'audit-broken' as const, slug, name }] : []),
    ...(line.members === null ? [{ kind: 'no-answer' as const, slug, name }] : []),
    ...(line.current ? [] : [{ kind: 'migration-behind' as const, slug, name }]),
    ...over('answers-failing', line.failures, thresholds.failedAnswers),
    ...over('jobs-failing', line.failedJobs, thresholds.failedJobs),
    ...over('backup-stale', Math.floor(unsaved), thresholds.backupHours),
    ...over('queue-long', sum(line.queue, line.outbox), thresholds.waitingJobs),
  ]
}

const sum = (one: number | null, other: number | null): number | null =>
  one === null && other === null ? null : (one ?? 0) + (other ?? 0)
