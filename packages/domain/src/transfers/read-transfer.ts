import { authorize, isId, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { type ShownSection, showFile, unpackFile } from '../dossiers'
import { member } from '../members'
import { decision } from '../organisation'
import { openArriving } from './arriving'
import { letterNumber } from './letter-number'
import { findTransfer } from './load-transfer'
import { selectTransfers, type TransferRow } from './places'
import { dueAt } from './rules'
import { type TransferKind, type TransferStatus, transfer, transferStep } from './schema'
import { type Act, actsOf, type Stance, stancesOf } from './stances'

export interface TransferStepLine {
  status: TransferStatus
  at: Date
  /** Who did it; absent of what happened by itself. */
  byName: string | null
  note: string | null
}

export interface TransferDetails {
  id: string
  kind: TransferKind
  status: TransferStatus
  memberId: string | null
  memberName: string
  cardNumber: string
  fromName: string | null
  toUnitId: string | null
  toName: string | null
  /** The committee that decided, or that is to. */
  committee: string | null
  partner: string | null
  reason: string
  requestedAt: Date
  dueAt: Date | null
  effectiveOn: string | null
  untilOn: string | null
  letter: string | null
  decision: { number: string; signedOn: string; signer: string } | null
  /** Why it cannot go on as it is. */
  blocked: 'cell-ended' | 'same-cell' | null
  /** Roles at the old cell that end with the move. */
  offices: string[]
  steps: TransferStepLine[]
  acts: Act[]
}

export interface ReadTransfer extends TransferDetails {
  /** The member's file that came along, to be taken in; what is sensitive in it is masked. */
  file: ShownSection[]
}

/**
 * One transfer with its history and what the actor may do with it.
 * @throws NotFound outside the actor's units, unless it is the actor's own
 */
export async function readTransfer(ctx: TenantContext, { transferId }: { transferId: string }): Promise<ReadTransfer> {
  authorize(ctx, 'transfers.own')
  if (!isId(transferId)) throw new NotFound()
  const found = await findTransfer(ctx, transferId)
  const held = stancesOf(ctx, found)
  if (!held.has('reader') && !held.has('member')) throw new NotFound()
  return { ...(await detail(ctx, found, held)), file: fileOf(ctx, found) }
}

/** The actor's own transfers, the newest first: at most one of them is under way. */
export async function readOwnTransfers(ctx: TenantContext): Promise<TransferDetails[]> {
  authorize(ctx, 'transfers.own')
  const { actor } = ctx
  if (actor.kind !== 'member') throw new NotFound()
  const own = await selectTransfers(ctx)
    .where(eq(transfer.memberId, actor.memberId))
    .orderBy(desc(transfer.requestedAt))
    .limit(10)
  return Promise.all(own.map((row) => detail(ctx, row, stancesOf(ctx, row))))
}

async function detail(ctx: TenantContext, found: TransferRow, held: ReadonlySet<Stance>): Promise<TransferDetails> {
  const open = found.status === 'decided' || isAsked(found.status)
  const [steps, offices, papers] = await Promise.all([
    stepsOf(ctx, found.id),
    officesOf(ctx, found, open),
    decisionOf(ctx, found),
  ])
  const arriving = openArriving(ctx, found)
  const person = arriving?.person
  const { id, kind, status, memberId, toUnitId, partner, reason, requestedAt, effectiveOn, untilOn } = found
  return {
    ...{ id, kind, status, memberId, toUnitId, partner, reason, requestedAt, effectiveOn, untilOn },
    memberName: found.memberName ?? person?.fullName ?? '',
    cardNumber: found.cardNumber ?? person?.cardNumber ?? '',
    fromName: kind === 'in' ? found.elsewhere : found.homeName,
    toName: kind === 'out' ? found.elsewhere : found.goalName,
    committee: found.issuerName ?? found.competent?.name ?? null,
    dueAt: isAsked(status) ? dueAt(ctx, found.statusAt) : null,
    letter: letterNumber(found),
    decision: papers,
    blocked: open ? blockOf(ctx, found) : null,
    offices,
    steps,
    acts: actsOf(found, held),
  }
}

/** Sections that hold something, without their empty fields. */
function fileOf(ctx: TenantContext, found: TransferRow): ShownSection[] {
  const { file = {} } = openArriving(ctx, found) ?? {}
  return showFile(ctx, found.id, unpackFile(ctx, file), { mask: true })
    .map(({ key, fields }) => ({ key, fields: fields.filter(({ value, masked }) => value !== null || masked) }))
    .filter(({ fields }) => fields.length > 0)
}

const isAsked = (status: TransferStatus) => status === 'requested' || status === 'confirmed' || status === 'accepted'

function blockOf(ctx: TenantContext, { toUnitId, homeId, goalUntil, effectiveOn, memberId }: TransferRow) {
  const day = effectiveOn && effectiveOn > todayOf(ctx) ? effectiveOn : todayOf(ctx)
  if (toUnitId && goalUntil !== null && goalUntil < day) return 'cell-ended' as const
  return toUnitId && memberId && toUnitId === homeId ? ('same-cell' as const) : null
}

function stepsOf(ctx: TenantContext, transferId: string): Promise<TransferStepLine[]> {
  const { status, at, note } = transferStep
  return ctx.db
    .select({ status, at, note, byName: member.fullName })
    .from(transferStep)
    .leftJoin(member, sql`${member.id}::text = ${transferStep.by}`)
    .where(eq(transferStep.transferId, transferId))
    .orderBy(asc(transferStep.ordinal))
}

async function officesOf(
  ctx: TenantContext,
  { memberId, homeId, kind }: TransferRow,
  open: boolean,
): Promise<string[]> {
  if (!open || !memberId || !homeId || kind === 'temporary') return []
  const rows = await ctx.db
    .selectDistinct({ role: roleGrant.role })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.memberId, memberId),
        kind === 'out' ? undefined : eq(roleGrant.unitId, homeId),
        kind === 'out' ? undefined : inArray(roleGrant.source, ['direct', 'approval']),
        or(isNull(roleGrant.validUntil), sql`${roleGrant.validUntil} >= ${todayOf(ctx)}::date`),
      ),
    )
  const names = new Map(ctx.config.roles.map(({ key, name }) => [key, name]))
  return rows.map(({ role }) => names.get(role) ?? role)
}

async function decisionOf(ctx: TenantContext, { decisionId }: TransferRow) {
  if (!decisionId) return null
  const { number, signedOn, signer } = decision
  const [papers] = await ctx.db.select({ number, signedOn, signer }).from(decision).where(eq(decision.id, decisionId))
  return papers ?? null
}
