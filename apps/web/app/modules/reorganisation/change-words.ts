import type { ChangeLine } from '@sotay/domain/reorganisation'
import type { Status } from '@sotay/ui'
import { useText } from './texts'

/** How the states of a change show among the system's own. */
export const stateOf: Record<ChangeLine['status'], Status> = {
  planned: 'pending',
  effective: 'done',
  cancelled: 'withdrawn',
}

/** What a change is called: its kind and the unit it is of. */
export function useChangeTitle() {
  const t = useText()
  return ({ kind, subject }: Pick<ChangeLine, 'kind' | 'subject'>): string => {
    const { name, to, count = 0 } = subject
    return t(`title.${kind}${to ? '-to' : ''}`, { name, to: to ?? '', count })
  }
}
