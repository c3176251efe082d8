import type { MemberChoice } from '@sotay/domain/authority'
import type { FormReply } from '@sotay/ui'
import { Button, Card, Notice, posted, Textarea } from '@sotay/ui'
import { DecisionFields } from './decision-fields'
import { PeriodFields } from './period-fields'
import { PersonChoice } from './person-choice'
import { SearchForm } from './search-form'
import { useText } from './texts'

export interface GiveSeatProps {
  /** Somebody holds it and hands it over; otherwise it is vacant. */
  held: boolean
  people: MemberChoice[]
  search: string
  today: string
  decisionRequired: boolean
  reply: FormReply | undefined
}

/** Gives a seat to a custodian, taking it from the one who holds it in the same act. */
export function GiveSeat({ held, people, search, today, decisionRequired, reply }: GiveSeatProps) {
  const t = useText()
  const words = held ? 'seat.handOver' : 'seat.appoint'
  return (
    <Card title={t(`${words}.title`)}>
      <p>{t(`${words}.what`)}</p>
      <SearchForm fields={[{ name: 'tim', label: t('person.search'), hint: t('person.searchHint'), value: search }]} />
      <form method="post" encType="multipart/form-data" noValidate>
        <PersonChoice
          label={t(`${words}.person`)}
          people={people}
          search={search}
          error={reply?.errors.memberId}
          defaultValue={reply?.values.memberId}
        />
        <PeriodFields reply={reply} today={today} from={held ? 'on' : 'validFrom'} />
        <DecisionFields reply={reply} required={decisionRequired} />
        <Button name="act" value={held ? 'hand-over' : 'appoint'}>
          {t(`${words}.do`)}
        </Button>
      </form>
    </Card>
  )
}

export function RevokeCustody({
  custodyId,
  name,
  reply,
}: {
  custodyId: string
  name: string
  reply: FormReply | undefined
}) {
  const t = useText()
  return (
    <Card title={t('seat.revoke.title')}>
      <Notice tone="warning">{t('seat.revoke.what', { name })}</Notice>
      <form method="post" noValidate>
        <input type="hidden" name="custodyId" value={custodyId} />
        <Textarea {...posted(reply, 'reason')} label={t('seat.revoke.reason')} rows={2} />
        <Button tone="danger" name="act" value="revoke">
          {t('seat.revoke.do')}
        </Button>
      </form>
    </Card>
  )
}

export function CloseSeat() {
  const t = useText()
  return (
    <Card title={t('seat.close.title')}>
      <form method="post">
        <p>{t('seat.close.what')}</p>
        <Button tone="secondary" name="act" value="close">
          {t('seat.close.do')}
        </Button>
      </form>
    </Card>
  )
}
