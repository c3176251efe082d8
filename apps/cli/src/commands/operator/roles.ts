import { WrongUse } from '../../refused'

const roles = ['viewer', 'operator', 'owner'] as const

/** @throws WrongUse for a word that is no role */
export function readRole(given: string | undefined): (typeof roles)[number] {
  const role = roles.find((known) => known === given)
  if (!role) throw new WrongUse(`--role phải là một trong: ${roles.join(', ')}.`)
  return role
}
