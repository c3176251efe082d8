import { useActionData, useLoaderData } from '@remix-run/react'
import { compareFile, importFile } from '@sotay/domain/settings'
import { authorize } from '@sotay/kernel'
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  errorLinks,
  FileInput,
  type FormReply,
  PageHeader,
  posted,
  Textarea,
} from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { Consequences } from './consequences'
import { type Told, tellConsequences } from './consequences.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  authorize(ctx, 'settings.manage')
  return { title: pageTitle(ctx, 'settings:file.title') }
})

const filePost = z.object({
  act: z.enum(['compare', 'take']).default('compare'),
  file: z.instanceof(File).optional(),
  text: z.string().optional(),
  seen: z.string().optional(),
})

interface Compared extends FormReply {
  compared?: Told & { mark: string }
}

export const action = tenantAction(filePost, async (ctx, { act, file, text, seen }, { typed = {} }) => {
  const given = file ? await file.text() : (text ?? '')
  if (act === 'take') {
    await importFile(ctx, { text: given, seen })
    return redirectWithFlash('/quan-tri/cau-hinh/xem-truoc', 'settings:flash.imported')
  }
  const { mark, whole, ...consequences } = await compareFile(ctx, { text: given })
  const compared = { mark, ...tellConsequences(consequences, whole) }
  return Response.json({ values: { ...typed, text: given }, errors: {}, compared })
})

export const meta = titleMeta

/** The configuration as one file: fetched, or taken into the draft after its differences were looked at. */
export default function FilePage() {
  useLoaderData<typeof loader>()
  const reply = useActionData<Compared>()
  const t = useText()
  const { defaultValue: _, ...file } = posted(reply, 'file')
  const compared = reply?.compared
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('file.title')}
        lead={t('file.lead')}
        breadcrumbs={[{ href: '/quan-tri/cau-hinh', label: t('overview.title') }]}
      />
      <div className="stack">
        <Card title={t('file.export')}>
          <p>{t('file.exportMore')}</p>
          <ButtonLink href="/quan-tri/cau-hinh/tenant.yaml" download>
            {t('file.fetch')}
          </ButtonLink>
        </Card>
        {compared ? (
          <>
            <Consequences {...compared} />
            <form method="post">
              <input type="hidden" name="text" value={reply.values.text} />
              <input type="hidden" name="seen" value={compared.mark} />
              <div className="actions">
                <Button name="act" value="take">
                  {t('file.take')}
                </Button>
                <ButtonLink href="/quan-tri/cau-hinh/tep" tone="quiet">
                  {t('file.another')}
                </ButtonLink>
              </div>
            </form>
          </>
        ) : (
          <Card title={t('file.import')}>
            <form method="post" encType="multipart/form-data" noValidate>
              <FileInput {...file} label={t('file.choose')} hint={t('file.chooseHint')} accept=".yaml,.yml" optional />
              <Textarea {...posted(reply, 'text')} label={t('file.text')} rows={8} optional />
              <Button name="act" value="compare">
                {t('file.compare')}
              </Button>
            </form>
          </Card>
        )}
      </div>
    </>
  )
}
