import type { Actor } from '@sotay/kernel'

/** Who acted, as a row keeps it. */
export function actorText(actor: Actor): string {
  if (actor.kind === 'member') return actor.memberId
  return actor.kind === 'operator' ? `operator:${actor.operatorId}` : actor.kind
}
