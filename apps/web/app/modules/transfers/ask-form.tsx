import type { DestinationChoices } from '@sotay/domain/transfers'
import type { FormReply } from '@sotay/ui'
import { Button, posted, Select, Tabs, Textarea, TextInput } from '@sotay/ui'
import { type AskedKind, kindNames } from './addresses'
import { CellChoice, CellSearch } from './cell-choice'
import { useText } from './texts'

export interface AskFormProps {
  kind: AskedKind
  search: string
  choices: DestinationChoices
  reply: FormReply | undefined
  /** Where the page is, with what its address already says. */
  base: string
  kept?: Record<string, string>
}

/** Asking for a transfer: the kind first, then the place, then why. */
export function AskForm({ kind, search, choices, reply, base, kept = {} }: AskFormProps) {
  const t = useText()
  const address = (entry: AskedKind) => `${base}?${new URLSearchParams({ ...kept, 'hinh-thuc': kindNames[entry] })}`
  const tabs = (Object.keys(kindNames) as AskedKind[]).map((entry) => ({
    href: address(entry),
    label: t(`kinds.${entry}`),
    current: entry === kind,
  }))
  return (
    <>
      <Tabs label={t('ask.kind')} items={tabs} />
      <p>{t(`ask.${kind}Hint`, { months: choices.temporaryMonths })}</p>
      {kind === 'out' ? null : <CellSearch search={search} kept={{ ...kept, 'hinh-thuc': kindNames[kind] }} />}
      <form method="post" noValidate>
        <input type="hidden" name="act" value="ask" />
        <input type="hidden" name="kind" value={kind} />
        {kind === 'out' ? (
          <OutFields choices={choices} reply={reply} />
        ) : (
          <CellChoice cells={choices.cells} search={search} {...posted(reply, 'toUnitId')} />
        )}
        {kind === 'temporary' ? (
          <>
            <TextInput {...posted(reply, 'from')} type="date" label={t('ask.from')} width={12} />
            <TextInput {...posted(reply, 'until')} type="date" label={t('ask.until')} width={12} />
          </>
        ) : null}
        <Textarea {...posted(reply, 'reason')} label={t('ask.reason')} hint={t('ask.reasonHint')} rows={3} />
        <Button>{t('ask.send')}</Button>
      </form>
    </>
  )
}

function OutFields({ choices, reply }: Pick<AskFormProps, 'choices' | 'reply'>) {
  const t = useText()
  return (
    <>
      <TextInput {...posted(reply, 'elsewhere')} label={t('ask.elsewhere')} hint={t('ask.elsewhereHint')} />
      {choices.peers.length > 0 ? (
        <Select
          {...posted(reply, 'partner')}
          label={t('ask.partner')}
          hint={t('ask.partnerHint')}
          placeholder={t('ask.partnerNone')}
          options={choices.peers.map(({ slug, name }) => ({ value: slug, label: name }))}
          optional
        />
      ) : null}
    </>
  )
}
