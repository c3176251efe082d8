import type { TenantContext } from '@sotay/kernel'
import { type OfficialDocument, printPdf } from '@sotay/print'
import { toBuffer } from 'qrcode'
import type { IssuedAccount } from './issue-accounts'
import texts from './locales/vi.json'

/** Wide enough for a phone's camera at arm's length. */
const PICTURE_MM = 35

/**
 * The letters to hand over, a page each. They are the only place of the passwords: the file is answered and never kept.
 * The picture holds the site's address and nothing of the member's.
 * Source: ĐX II.2.4
 */
export async function printLetters(ctx: TenantContext, letters: readonly IssuedAccount[]): Promise<Buffer> {
  const address = ctx.tenant.origin
  const png = await toBuffer(address, { errorCorrectionLevel: 'M', width: 400, margin: 1 })
  return printPdf(letters.map((letter) => letterOf(ctx, letter, png)))
}

function letterOf(ctx: TenantContext, given: IssuedAccount, png: Buffer): OfficialDocument {
  const words = texts.letter
  const until = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeZone: ctx.config.timezone })
  return {
    issuer: { name: ctx.config.name },
    title: words.title,
    subtitle: ctx.config.brand.app,
    blocks: [
      { kind: 'heading', text: words.to.replace('{{name}}', given.name) },
      {
        kind: 'facts',
        rows: [
          [words.unit, given.unitName],
          [words.card, given.cardNumber],
          [words.password, given.password],
          [words.expires, until.format(given.expiresAt)],
          [words.address, ctx.tenant.origin],
        ],
      },
      { kind: 'paragraph', text: words.steps },
      { kind: 'picture', png, size: PICTURE_MM },
      { kind: 'paragraph', text: words.keep },
      { kind: 'paragraph', text: ctx.config.texts.contact ?? '' },
    ],
  }
}
