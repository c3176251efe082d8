import { useActionData, useLoaderData } from '@remix-run/react'
import { readCensus, recordCensus, undoCensus } from '@sotay/domain/adoption'
import { recordCensusInput, undoCensusInput } from '@sotay/domain/adoption/inputs'
import type { FormReply } from '@sotay/ui'
import { Button, EmptyState, ErrorSummary, errorLinks, PageHeader, Progress } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { CENSUS } from './addresses'
import { CensusMembers } from './census-members'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const census = await readCensus(ctx, { unitId: params.unitId ?? '' })
  return { census, title: pageTitle(ctx, 'adoption:census.titleOf', { unit: census.unit.name }) }
})

const answers = recordCensusInput.shape.answers
const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), answers }),
  z.object({ act: z.literal('rest-yes'), answers }),
  z.object({ act: z.literal('undo'), censusId: undoCensusInput.shape.censusId }),
])

export const action = tenantAction(act, async (ctx, chosen, { params }) => {
  const unitId = params.unitId ?? ''
  const back = `${CENSUS}/${unitId}`
  if (chosen.act === 'undo') {
    const { restored } = await undoCensus(ctx, chosen)
    return redirectWithFlash(back, 'adoption:flash.undone', { count: restored })
  }
  const rest = chosen.act === 'rest-yes' ? ('yes' as const) : undefined
  const { changed } = await recordCensus(ctx, { unitId, answers: chosen.answers, rest })
  return redirectWithFlash(back, `adoption:flash.${changed > 0 ? 'saved' : 'unchanged'}`, { count: changed })
})

export const meta = titleMeta

/** The telephones of one cell's members, all on one page. */
export default function CensusPage() {
  const { census } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const { unit, members, known, last } = census
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('census.titleOf', { unit: unit.name })}
        lead={t('census.lead')}
        breadcrumbs={[{ href: CENSUS, label: t('census.title') }]}
      />
      <div className="stack">
        <Progress label={t('census.progress')} done={known} total={members.length} />
        {last ? (
          <form method="post" className="actions">
            <input type="hidden" name="censusId" value={last.id} />
            <p>{t('census.last', { count: last.changed })}</p>
            <Button tone="quiet" name="act" value="undo">
              {t('census.undo')}
            </Button>
          </form>
        ) : null}
        {members.length === 0 ? (
          <EmptyState icon="members" title={t('census.noMembers')} />
        ) : (
          <form method="post" noValidate>
            <CensusMembers members={members} />
            <div className="actions">
              <Button name="act" value="save">
                {t('census.save')}
              </Button>
              {known < members.length ? (
                <Button tone="secondary" name="act" value="rest-yes">
                  {t('census.restYes')}
                </Button>
              ) : null}
            </div>
          </form>
        )}
      </div>
    </>
  )
}
