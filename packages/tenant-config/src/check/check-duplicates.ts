import type { TenantConfiguration } from '../configuration'
import type { Finding } from '../file/describe-zod-issue'

/** Keys, domains and modules may be written once. */
export function checkDuplicates(config: TenantConfiguration): Finding[] {
  const { newsroom } = config
  return [
    ...doubles(['domains'], config.domains),
    ...doubles(['modules'], config.modules),
    ...doubles(['organisation', 'levels'], keysOf(config.organisation.levels), 'key'),
    ...doubles(['organisation', 'agencies'], keysOf(config.organisation.agencies), 'key'),
    ...doubles(['roles'], keysOf(config.roles), 'key'),
    ...doubles(['reporting'], keysOf(config.reporting), 'key'),
    ...doubles(['targets'], keysOf(config.targets), 'key'),
    ...doubles(['newsroom', 'columns'], keysOf(newsroom?.columns ?? []), 'key'),
    ...doubles(['newsroom', 'feeds'], keysOf(newsroom?.feeds ?? []), 'key'),
    ...doubles(['steering', 'offices'], keysOf(config.steering?.offices ?? []), 'key'),
  ]
}

const keysOf = (rules: { key: string }[]) => rules.map((rule) => rule.key)

function doubles(path: PropertyKey[], words: string[], within?: string): Finding[] {
  return words.flatMap((word, index) =>
    words.indexOf(word) === index
      ? []
      : [{ path: within ? [...path, index, within] : [...path, index], message: `“${word}” đã có ở trên` }],
  )
}
