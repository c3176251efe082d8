import type { Column } from '@sotay/domain/news'
import type { FormReply } from '@sotay/ui'
import { posted, Select, Textarea, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface ArticleFieldsProps {
  reply: FormReply | undefined
  columns: Column[]
  initial?: { column: string; title: string; summary: string; text: string; eventAt: string }
}

/** What is written of an article, without the unit it is for. */
export function ArticleFields({ reply, columns, initial }: ArticleFieldsProps) {
  const t = useText()
  return (
    <>
      <Select
        {...posted(reply, 'column', initial?.column)}
        label={t('form.column')}
        placeholder={t('form.column-placeholder')}
        options={columns.map(({ key, name }) => ({ value: key, label: name }))}
        required
      />
      <TextInput
        {...posted(reply, 'title', initial?.title)}
        label={t('form.title.label')}
        hint={t('form.title.hint')}
        maxLength={250}
        required
      />
      <Textarea
        {...posted(reply, 'summary', initial?.summary)}
        label={t('form.summary.label')}
        hint={t('form.summary.hint')}
        rows={3}
        maxLength={600}
        required
      />
      <Textarea
        {...posted(reply, 'body', initial?.text)}
        label={t('form.body.label')}
        hint={t('form.body.hint')}
        rows={16}
        required
      />
      <TextInput
        {...posted(reply, 'eventAt', initial?.eventAt)}
        type="datetime-local"
        label={t('form.event.label')}
        hint={t('form.event.hint')}
        width={20}
        optional
      />
    </>
  )
}
