import type { TenantContext } from '@sotay/kernel'
import type { FieldOption } from './field-type'

/**
 * The answers that the province's configuration lists for a field, or for a list's column; nothing where any text will do.
 * @param key `politicalTheory`, or `disciplines.form` for a column
 */
export function optionsOf({ config }: Pick<TenantContext, 'config'>, key: string): FieldOption[] | undefined {
  const listed = config.roster?.fileChoices?.find(({ field }) => field === key)
  return listed?.options.map((option) => ({ value: option.key, label: option.name }))
}

/** How a choice is shown: by its name; by what was written when the list does not hold it (any more). */
export const choiceName = (options: readonly FieldOption[] | undefined, value: string): string =>
  options?.find((option) => option.value === value)?.label ?? value
