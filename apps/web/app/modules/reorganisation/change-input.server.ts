import { makeChangeInput, planChangeInput } from '@sotay/domain/reorganisation/inputs'
import { Invalid } from '@sotay/kernel'
import type { ChangeForm } from './change-form'

const chosen = (list: Record<string, string> | undefined, value?: string) =>
  Object.entries(list ?? {})
    .filter(([, entry]) => (value === undefined ? entry !== '' : entry === value))
    .map(([key]) => key)

const filled = (list: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries(list ?? {}).filter(([, entry]) => entry !== ''))

/** The change that a form describes. @throws Invalid by the form's own fields */
export function changeOf(form: ChangeForm) {
  const { kind, effectiveOn = '', unitId, parentId, name, roles } = form
  const given = () => {
    switch (kind) {
      case 'create':
        return { parentId, unitKind: form.unitKind, level: form.level, name }
      case 'rename':
        return { unitId, name }
      case 'move':
        return { unitId, parentId }
      case 'split':
        return { unitId, into: partsOf(form) }
      case 'merge':
        return { unitIds: [unitId, ...chosen(form.units)], targetId: form.targetId || null, name: name || null }
      case 'dissolve':
        return { unitId, childrenTo: form.childrenTo || null, membersTo: form.membersTo || null }
      case 'abolish-level':
        return { level: form.level, unitIds: chosen(form.units), homes: filled(form.homes) }
    }
  }
  return read(planChangeInput, { kind, effectiveOn, roles: chosen(roles), ...given() })
}

/** The decision that a form names. @throws Invalid by field */
export function decisionOf({ number = '', signedOn = '', signer = '', issuer, file }: ChangeForm) {
  const scan = file && file.size > 0 ? file : undefined
  return read(makeChangeInput.shape.decision, { number, signedOn, signer, issuer, file: scan })
}

function partsOf({ parts, who, child }: ChangeForm) {
  return Object.entries(filled(parts)).map(([part, name]) => ({
    name,
    memberIds: chosen(who, part),
    childIds: chosen(child, part),
  }))
}

function read<Output>(
  schema: {
    safeParse(given: unknown): { success: true; data: Output } | { success: false; error: { issues: Issue[] } }
  },
  given: unknown,
): Output {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const fields: Record<string, string[]> = {}
  for (const { path, message } of parsed.error.issues) fields[fieldOf(path)] ??= [message]
  throw new Invalid(fields)
}

interface Issue {
  path: PropertyKey[]
  message: string
}

/** The form's own name of what a verb calls otherwise. */
function fieldOf([first, second]: PropertyKey[]): string {
  if (first === 'into') return typeof second === 'number' ? `parts.${second + 1}` : 'parts.1'
  return first === 'unitIds' ? 'units' : String(first)
}
