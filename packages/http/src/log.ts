import pino, { type Logger } from 'pino'

/** The process's log: one JSON line an event, without personal data. */
export const openLog = (service: string): Logger =>
  pino({
    name: service,
    redact: {
      paths: [
        '*.password',
        '*.code',
        '*.phone',
        '*.cardNumber',
        '*.fullName',
        'headers.cookie',
        'headers.authorization',
      ],
      censor: '[ẩn]',
    },
  })

export type { Logger }
