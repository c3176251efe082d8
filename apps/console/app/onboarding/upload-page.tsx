import { useText } from '@sotay/i18n'
import { Button, ButtonLink, ErrorSummary, errorLinks, FileInput, type FormReply, PageHeader, posted } from '@sotay/ui'
import type { ReactNode } from 'react'

export interface UploadPageProps {
  field: 'emblem' | 'roster'
  draft: { id: string; name: string }
  accept: string
  reply: FormReply | undefined
  /** What was sent before. */
  children: ReactNode
}

/** Sends one file of a draft; neither is needed to make the province. */
export function UploadPage({ field, draft, accept, reply, children }: UploadPageProps) {
  const t = useText('console')
  const { name, error } = posted(reply, field)
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t(`onboarding.${field}`)}
        lead={t(`onboarding.${field}Lead`)}
        breadcrumbs={[
          { href: '/tinh-moi', label: t('onboarding.title') },
          { href: `/tinh-moi/${draft.id}`, label: draft.name },
        ]}
      />
      {children}
      <form method="post" encType="multipart/form-data">
        <FileInput
          name={name}
          error={error}
          label={t('onboarding.file')}
          hint={t(`onboarding.${field}Hint`)}
          accept={accept}
          required
        />
        <div className="actions">
          <Button>{t('onboarding.send')}</Button>
          <ButtonLink href={`/tinh-moi/${draft.id}`}>{t('onboarding.tasks')}</ButtonLink>
        </div>
      </form>
    </>
  )
}
