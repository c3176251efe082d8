import parser from 'cron-parser'

/**
 * The newest moment at or before `now` at which a cron expression fires.
 * @param cron five fields @param zone IANA name of the province's zone
 */
export const lastTick = (cron: string, zone: string, now: Date): Date =>
  parser
    .parseExpression(cron, { currentDate: new Date(now.getTime() + 1), tz: zone })
    .prev()
    .toDate()
