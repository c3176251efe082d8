import type { Finding } from '@sotay/tenant-config'

const MOST_WORDS = 8

/** The finding as a sentence, with the few words that would be allowed. */
export function sentence({ message, allowed }: Finding): string {
  const said = `${message[0]?.toUpperCase() ?? ''}${message.slice(1)}.`
  return allowed && allowed.length <= MOST_WORDS && allowed.every((word) => word.includes(' '))
    ? `${said} Ví dụ: ${allowed.join('; ')}.`
    : said
}
