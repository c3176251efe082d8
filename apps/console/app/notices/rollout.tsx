import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { listRollout, setRollout } from '@sotay/operations'
import { Button, Card, Checkbox, PageHeader } from '@sotay/ui'
import { assertRole, operatorLoader } from '../server/operator-loader'
import { redirectWithFlash } from '../server/redirect-with-flash'
import { pageAnswer } from '../server/refusals'

export const loader = operatorLoader('operator', async (ctx) => ({
  modules: await listRollout(ctx),
  provinces: ctx.directory.list().map(({ slug, name }) => ({ slug, name })),
}))

/** Boxes of one name are many values, which `formAction` does not keep. */
export async function action({ context, request }: ActionFunctionArgs) {
  try {
    assertRole(context, 'operator')
    const form = await request.formData()
    const to = form.getAll('to').map(String)
    await setRollout(context.ctx, { module: String(form.get('module')), to })
    return redirectWithFlash('/phan-he', 'console:flash.rollout')
  } catch (error) {
    throw pageAnswer(error, context.locale)
  }
}

export default function RolloutPage() {
  const { modules, provinces } = useLoaderData<typeof loader>()
  const t = useText('console')
  return (
    <>
      <PageHeader title={t('rollout.title')} lead={t('rollout.lead')} />
      <div className="stack">
        {modules.map(({ module, held }) => (
          <Card key={module} title={<code>{module}</code>}>
            <form method="post">
              <input type="hidden" name="module" value={module} />
              <fieldset className="field">
                <legend>{t('rollout.open')}</legend>
                {provinces.map(({ slug, name }) => (
                  <Checkbox
                    key={slug}
                    id={`${module}-${slug}`}
                    name="to"
                    value={slug}
                    label={name}
                    defaultChecked={!held.includes(slug)}
                  />
                ))}
              </fieldset>
              <Button>{t('rollout.do')}</Button>
            </form>
          </Card>
        ))}
      </div>
    </>
  )
}
