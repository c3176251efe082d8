import { useActionData } from '@remix-run/react'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import type { ReactNode } from 'react'
import { ROSTER } from './roster-address'
import { useText } from './texts'

export interface ActPageProps {
  line: { id: string; fullName: string }
  title: string
  lead?: string
  /** Words of the button. */
  act: string
  fields: (reply: FormReply | undefined) => ReactNode
}

/** One act on one member: what it means, its few fields, one button. */
export function ActPage({ line, title, lead, act, fields }: ActPageProps) {
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={[
          { href: ROSTER, label: t('list.title') },
          { href: `${ROSTER}/${line.id}`, label: line.fullName },
        ]}
      />
      <form method="post" noValidate>
        {fields(reply)}
        <Button>{act}</Button>
      </form>
    </>
  )
}
