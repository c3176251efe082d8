import type { OwnDossier } from '@sotay/domain/dossiers'
import { Card, DateTime, SummaryList } from '@sotay/ui'
import { useText } from './texts'

type Person = OwnDossier['person']

/** What the roster's line says; it is kept there and not in the file. */
export function PersonFacts({ person, hint }: { person: Person; hint?: string }) {
  const t = useText()
  const day = (at: string | null) => (at ? <DateTime at={at} show="date" /> : t('own.empty'))
  return (
    <Card title={t('own.person')}>
      {hint ? <p className="hint">{hint}</p> : null}
      <SummaryList
        items={[
          { label: t('form.fullName'), value: person.fullName },
          { label: t('own.unit'), value: person.unitName },
          { label: t('form.cardNumber'), value: person.cardNumber },
          { label: t('form.gender'), value: person.gender ? t(`form.genders.${person.gender}`) : t('own.empty') },
          { label: t('form.birthDate'), value: day(person.birthDate) },
          { label: t('form.admittedOn'), value: day(person.admittedOn) },
          { label: t('form.confirmedOn'), value: day(person.confirmedOn) },
        ]}
      />
    </Card>
  )
}
