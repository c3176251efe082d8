import { authorize, type TenantContext } from '@sotay/kernel'
import { inRoster } from '../members'
import { findPerson, type Person, selfOf } from './find-person'
import { loadFile } from './load-file'
import { loadOpenRequest } from './load-request'
import type { FileRequestStatus } from './schema'
import { type ShownSection, showFile } from './show-file'

interface OwnRequest {
  id: string
  status: FileRequestStatus
  revision: number
  requestedAt: Date
  /** Why it was sent back. */
  reason: string | null
  /** The fields it would change. */
  keys: string[]
}

export interface OwnDossier {
  person: Person
  sections: ShownSection[]
  revision: number
  verifiedAt: Date | null
  request: OwnRequest | null
}

/** The signed-in member's own file, with what they ask to change beside what stands. @throws NotFound for no member */
export async function readOwnDossier(ctx: TenantContext): Promise<OwnDossier> {
  authorize(ctx, 'dossiers.own')
  const memberId = selfOf(ctx)
  const [person, file, request] = await Promise.all([
    findPerson(ctx, memberId, inRoster),
    loadFile(ctx, memberId),
    loadOpenRequest(ctx, memberId),
  ])
  return {
    person,
    sections: showFile(ctx, memberId, file.values, { proposed: request?.changes }),
    revision: file.revision,
    verifiedAt: file.verifiedAt,
    request: request ? summary(request) : null,
  }
}

const summary = ({
  id,
  status,
  revision,
  requestedAt,
  reason,
  changes,
}: NonNullable<Awaited<ReturnType<typeof loadOpenRequest>>>) => ({
  id,
  status,
  revision,
  requestedAt,
  reason,
  keys: Object.keys(changes),
})
