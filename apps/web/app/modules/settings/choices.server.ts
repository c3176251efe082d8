import type { WrittenConfiguration } from '@sotay/tenant-config'
import { roleKeys } from '@sotay/tenant-config'
import { texts } from '../../shell/texts.server'
import type { Choices } from './field-forms'
import type { Option } from './field-view'
import type { Viewing } from './section-view.server'
import { enumWord, nameOfPermission, sayWho } from './words.server'

/** The answers that a field offers, from the draft itself where it names them. */
export function optionsOf({ ctx, whole }: Viewing, choices: Choices, label: readonly string[]): Option[] {
  if (typeof choices !== 'string') return choices.map((value) => ({ value, label: enumWord(label, value) }))
  const { levels, agencies } = whole.organisation
  const named = (list: readonly { key: string; name: string }[], prefix = '') =>
    list.map(({ key, name }) => ({ value: `${prefix}${key}`, label: name }))
  switch (choices) {
    case 'levels':
      return named(levels)
    case 'agencies':
      return named(agencies)
    case 'places':
      return [
        { value: 'member', label: texts.t('settings:words.place.member') },
        ...named(levels),
        ...named(agencies, 'agency:'),
        { value: 'steering', label: texts.t('settings:words.place.steering') },
      ]
    case 'seats':
      return [...named(levels), { value: 'agencies', label: texts.t('settings:words.place.agencies') }]
    case 'roles':
      return named(whole.roles)
    case 'new-roles':
      return roleKeys
        .filter((key) => !whole.roles.some((role) => role.key === key))
        .map((key) => ({ value: key, label: texts.t(`settings:words.role.${key}`) }))
    case 'permissions':
      return permissions(ctx.config.access.keys())
    case 'offices':
      return named(whole.steering?.offices ?? [])
    case 'targets':
      return named(whole.targets)
    case 'who':
      return everybody(whole)
  }
}

const permissions = (keys: Iterable<string>): Option[] =>
  [...keys]
    .map((value) => ({ value, label: nameOfPermission(value) }))
    .filter(({ value, label }) => label !== value)
    .sort((one, other) => one.label.localeCompare(other.label, 'vi'))

const fixed = [
  'steering',
  'steering-members',
  'steering-chair',
  'standing-deputy-chair',
  'standing-agency',
  'support-team',
  'editorial-board',
  'standing-committee',
  'standing-board',
  'secretariat',
  'organisations-concerned',
  'steering-above',
]

function everybody(whole: WrittenConfiguration): Option[] {
  const { levels, agencies } = whole.organisation
  const below = levels.flatMap((level, index) =>
    levels.slice(0, index).map((above) => `each ${level.key} under ${above.key}`),
  )
  const phrases = [
    ...levels.map(({ key }) => `each ${key}`),
    ...agencies.map(({ key }) => `agency:${key}`),
    ...fixed,
    ...below,
  ]
  return phrases.map((value) => ({ value, label: sayWho(value, whole) }))
}
