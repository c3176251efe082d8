import type { Desk } from './desk'
import type { Draft } from './draft'
import { draftAbolishLevel } from './draft-abolish-level'
import { draftCreate } from './draft-create'
import { draftDissolve } from './draft-dissolve'
import { draftMerge } from './draft-merge'
import { draftMove } from './draft-move'
import { draftRename } from './draft-rename'
import { draftSplit } from './draft-split'
import type { PlannedInput } from './inputs'

/** @throws NotFound outside the actor's scope · Conflict and Invalid where the change cannot be */
export async function drawUp(desk: Desk, input: PlannedInput): Promise<Draft> {
  switch (input.kind) {
    case 'create':
      return draftCreate(desk, input)
    case 'rename':
      return draftRename(desk, input)
    case 'move':
      return draftMove(desk, input)
    case 'split':
      return draftSplit(desk, input)
    case 'merge':
      return draftMerge(desk, input)
    case 'dissolve':
      return draftDissolve(desk, input)
    case 'abolish-level':
      return draftAbolishLevel(desk, input)
  }
}
