type Written = Record<string, unknown>

/**
 * Writes a value at a path: `steering.regular`, or with a list's entry chosen by its key, `reporting[thong-ke-thang].due`.
 * Names under `texts` have dots of their own.
 * @throws when the path leads nowhere: the preset is wrong, not its reader
 */
export function setAt(root: unknown, path: string, value: unknown): void {
  const steps = path.startsWith('texts.') ? ['texts', path.slice('texts.'.length)] : path.split('.')
  const last = steps.pop()!
  let place = root as Written
  for (const step of steps) place = enter(place, step, path)
  place[last] = value
}

function enter(place: Written, step: string, path: string): Written {
  const [, name = step, chosen] = /^([\w-]+)\[([\w-]+)\]$/.exec(step) ?? []
  if (chosen === undefined) {
    place[name] ??= {}
    return place[name] as Written
  }
  const entry = (place[name] as Written[] | undefined)?.find((one) => one.key === chosen)
  if (!entry) throw new Error(`the preset has no ${path}`)
  return entry
}
