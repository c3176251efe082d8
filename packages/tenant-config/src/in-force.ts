import type { IsoDate } from './schema/dated'

/** Whether a dated rule holds on a day; a rule without days always does, both ends are included. */
export const inForce = (rule: { from?: IsoDate; until?: IsoDate }, on: IsoDate): boolean =>
  (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until)
