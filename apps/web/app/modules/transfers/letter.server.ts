import type { TransferLetter } from '@sotay/domain/transfers'
import type { OfficialDocument } from '@sotay/print'
import { texts } from '../../shell/texts.server'

const t = (key: string, params?: Record<string, string>) => texts.t(`transfers:letter.${key}`, params)
const written = (day: string) => day.split('-').reverse().join('/')

/** The letter of introduction as a document of the committee that issues it. */
export function letterDocument(letter: TransferLetter): OfficialDocument {
  const { kind, number, issuer, above, day, effectiveOn, untilOn } = letter
  const [year, month, date] = day.split('-') as [string, string, string]
  const facts: [string, string | null][] = [
    [t('name'), letter.memberName],
    [t('birthDate'), letter.birthDate && written(letter.birthDate)],
    [t('card'), letter.cardNumber],
    [t('admittedOn'), letter.admittedOn && written(letter.admittedOn)],
    [t('confirmedOn'), letter.probationary ? t('probationary') : letter.confirmedOn && written(letter.confirmedOn)],
    [t('from'), letter.fromName],
    [t('goesTo'), letter.toName],
    untilOn
      ? [t('period'), t('periodOf', { from: written(effectiveOn), until: written(untilOn) })]
      : [t('since'), written(effectiveOn)],
  ]
  return {
    issuer: { above: above ?? undefined, name: issuer },
    number: t('number', { number }),
    placeAndDate: t('place', { day: date, month, year }),
    title: t('title'),
    subtitle: t(kind === 'temporary' ? 'subtitleTemporary' : 'subtitle'),
    blocks: [
      { kind: 'paragraph', text: t('to', { to: letter.toName }) },
      { kind: 'paragraph', text: t('introduces', { issuer }) },
      { kind: 'facts', rows: facts.filter((fact): fact is [string, string] => fact[1] !== null) },
      { kind: 'paragraph', text: t('closing') },
    ],
    signatures: [{ role: t('signer') }],
  }
}

/** A name for the file, without what a file system minds. */
export const letterFile = ({ number }: TransferLetter, ending: 'pdf' | 'docx'): string =>
  `${t('file', { number: number.replace('/', '-') })}.${ending}`
