import { listImportUnits, uploadRoster } from '@sotay/domain/imports'
import { uploadRosterInput } from '@sotay/domain/imports/inputs'
import type { TenantContext } from '@sotay/kernel'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import type { Visit } from '../../server/tenant-loader'

export async function uploadChoices(ctx: TenantContext, { url }: Pick<Visit, 'url'>) {
  const search = url.searchParams.get('tim')?.trim().slice(0, 80) ?? ''
  const units = await listImportUnits(ctx, { search })
  return {
    search,
    units: units.map(({ id, name, above }) => ({ value: id, label: above ? `${name} (${above})` : name })),
  }
}

/** Takes in a file and goes on to its page. @param path the list it belongs to */
export const uploadAction = (purpose: 'import' | 'reconciliation', path: string) =>
  tenantAction(uploadRosterInput.omit({ purpose: true }), async (ctx, sent) => {
    const { batchId } = await uploadRoster(ctx, { ...sent, purpose })
    return redirectWithFlash(`${path}/${batchId}`, 'imports:flash.uploaded')
  })
