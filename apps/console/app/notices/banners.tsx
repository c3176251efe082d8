import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { type Banner, clearBanner, listBanners, setBanner } from '@sotay/operations'
import {
  Button,
  type Column,
  DataTable,
  DateTime,
  EmptyState,
  ErrorSummary,
  errorLinks,
  PageHeader,
  posted,
  Select,
  Textarea,
  TextInput,
} from '@sotay/ui'
import { formAction } from '../server/form-action'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'

/** Moments are typed as people of the vendor read the clock. */
const ZONE = '+07:00'

export const loader = operatorLoader('operator', async (ctx) => ({
  banners: await listBanners(ctx),
  provinces: ctx.directory.list().map(({ slug, name }) => ({ value: slug, label: name })),
}))

export const action = formAction(async (context, { clear, tenant, text = '', from, until }) => {
  assertRole(context, 'operator')
  const moment = (typed: string | undefined) => (typed ? new Date(`${typed}:00${ZONE}`) : undefined)
  if (clear) await clearBanner(context.ctx, clear)
  else {
    const times = { from: moment(from), until: moment(until) ?? new Date(Number.NaN) }
    await setBanner(context.ctx, { tenant: tenant || undefined, text, ...times })
  }
  return redirectWithFlash('/bao-tri', `console:flash.banner-${clear ? 'cleared' : 'set'}`)
})

export default function BannersPage() {
  const { banners, provinces } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useText('console')
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader title={t('banners.title')} lead={t('banners.lead')} />
      {banners.length > 0 ? (
        <BannerTable banners={banners} />
      ) : (
        <EmptyState icon="notifications" title={t('banners.none')}>
          {t('banners.noneHint')}
        </EmptyState>
      )}
      <form method="post">
        <h2>{t('banners.new')}</h2>
        <Select
          label={t('banners.where')}
          placeholder={t('trail.anywhere')}
          options={provinces}
          {...posted(reply, 'tenant')}
        />
        <Textarea
          label={t('banners.text')}
          hint={t('banners.textHint')}
          rows={2}
          maxLength={300}
          required
          {...posted(reply, 'text')}
        />
        <TextInput
          type="datetime-local"
          label={t('banners.from')}
          hint={t('banners.fromHint')}
          width={20}
          optional
          {...posted(reply, 'from')}
        />
        <TextInput type="datetime-local" label={t('banners.until')} width={20} required {...posted(reply, 'until')} />
        <Button>{t('banners.do')}</Button>
      </form>
    </>
  )
}

function BannerTable({ banners }: { banners: Banner[] }) {
  const t = useText('console')
  const columns: Column<Banner>[] = [
    { key: 'text', header: t('banners.text'), cell: (row) => <span lang="vi">{row.text}</span> },
    { key: 'where', header: t('banners.where'), cell: (row) => row.tenant ?? t('trail.anywhere') },
    { key: 'from', header: t('banners.from'), cell: (row) => <DateTime at={row.from} show="day-time" /> },
    { key: 'until', header: t('banners.until'), cell: (row) => <DateTime at={row.until} show="day-time" /> },
  ]
  return (
    <form method="post">
      <DataTable
        caption={t('banners.title')}
        columns={columns}
        rows={banners}
        rowKey={(row) => row.id}
        actions={(row) => (
          <Button tone="secondary" name="clear" value={row.id}>
            {t('banners.clear')}
          </Button>
        )}
      />
    </form>
  )
}
