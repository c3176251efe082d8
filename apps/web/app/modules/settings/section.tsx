import { useActionData, useLoaderData } from '@remix-run/react'
import { readPlace, readSection } from '@sotay/domain/settings'
import { authorize, NotFound } from '@sotay/kernel'
import { type SectionValue, valueHash } from '@sotay/tenant-config'
import type { FormReply } from '@sotay/ui'
import { ButtonLink, ErrorSummary, errorLinks, Notice, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { texts } from '../../shell/texts.server'
import { titleMeta } from '../../shell/title-meta'
import { BrandPreview } from './brand-preview'
import { viewBrand } from './brand-view.server'
import { DaysOff } from './days-off'
import { daysOffOf } from './days-off.server'
import { DrawingForms } from './drawing-forms'
import { dueDatesOf } from './due-dates.server'
import { PartForm } from './part-form'
import { RuleForm } from './rule-form'
import { saveSection, sectionPost } from './save-section.server'
import { pageAt } from './section-pages'
import { SectionState } from './section-state'
import { viewPart, viewRule } from './section-view.server'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { url }) => {
  authorize(ctx, 'settings.read')
  const page = pageAt(url.pathname)
  if (!page) throw new NotFound()
  const { value: _, inForce: __, whole, calendar, ...state } = await readSection(ctx, { section: page.section })
  const viewing = { ctx, whole }
  const heading = texts.t(`settings:sections.${page.section}.title`)
  const asked = page.parts.find(({ key, rules }) => rules && key === url.searchParams.get('phan'))
  const key = url.searchParams.get('muc')
  const held = asked && key !== null ? readPlace(whole as SectionValue, [...asked.at, key]) : undefined
  if (asked && key !== null && held === undefined) throw new NotFound()
  const rule = asked && {
    part: asked.key,
    key,
    whole: held === undefined ? '' : valueHash(held),
    name: held === undefined ? '' : String(readPlace(held, [asked.rules?.name ?? 'name']) ?? key),
    ...viewRule(viewing, asked, key),
  }
  return {
    ...state,
    heading,
    lead: texts.t(`settings:sections.${page.section}.lead`),
    address: url.pathname,
    rule,
    parts: rule ? [] : page.parts.map((part) => viewPart(viewing, part)),
    due: rule && page.section === 'reporting' ? dueDatesOf(ctx, calendar, held) : null,
    brand: page.section === 'brand' ? viewBrand({ whole }) : null,
    daysOff: page.section === 'calendar' && !rule ? daysOffOf(ctx, whole) : null,
    title: titleOf(ctx, rule?.name || heading),
  }
})

export const action = tenantAction(sectionPost, async (ctx, posted, { url, typed = {} }) => {
  authorize(ctx, 'settings.read')
  const page = pageAt(url.pathname)
  if (!page) throw new NotFound()
  if (posted.act === 'try') return Response.json({ values: typed, errors: {} } satisfies FormReply)
  const said = await saveSection(ctx, page, posted)
  return redirectWithFlash(url.pathname, `settings:flash.${said}`)
})

export const meta = titleMeta

/** One section of the configuration: its forms, or one rule of a list. */
export default function SectionPage() {
  const { heading, lead, address, parts, rule, due, daysOff, brand, ...state } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const overview = { href: '/quan-tri/cau-hinh', label: t('overview.title') }
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={rule ? rule.name || t('rule.new') : heading}
        lead={rule ? undefined : lead}
        breadcrumbs={rule ? [overview, { href: address, label: heading }] : [overview]}
      />
      <div className="stack">
        {rule ? null : <SectionState {...state} />}
        {state.findings.length > 0 ? (
          <Notice tone="warning" title={t('section.findings')}>
            {state.findings.join(' ')}
          </Notice>
        ) : null}
        {rule ? <RuleForm rule={rule} due={due} reply={reply} back={address} /> : null}
        {parts.map((part) => (
          <PartForm key={part.key} part={part} reply={reply} address={address} />
        ))}
        {brand ? <DrawingForms drawings={brand.drawings} reply={reply} /> : null}
        {brand ? <BrandPreview look={brand.look} /> : null}
        {daysOff ? <DaysOff {...daysOff} /> : null}
        {rule ? null : <ButtonLink href="/quan-tri/cau-hinh/xem-truoc">{t('section.preview')}</ButtonLink>}
      </div>
    </>
  )
}
