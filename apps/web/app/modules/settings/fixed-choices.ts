export { moduleKeys } from '@sotay/tenant-config'

export const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const

/** The words that pages ask a province for; others of its file are kept as they are. */
export const textKeys = [
  'welcome',
  'contact',
  'footer',
  'help.registration',
  'help.approval',
  'help.account',
  'notice.meetings',
  'returnReasons.phone',
  'returnReasons.card',
  'returnReasons.cell',
] as const
