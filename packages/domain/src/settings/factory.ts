import type { JobPorts, TenantContext } from '@sotay/kernel'
import { valueHash } from '@sotay/tenant-config'
import { adoptRevision } from './adopt-revision'
import { editDraft } from './edit-draft'
import type { EditDraft } from './inputs'
import { readFields } from './pieces'
import { publishDraft } from './publish-draft'
import { readSection } from './read-section'

type Fields = EditDraft['fields']

/** Changes fields of the draft as somebody does who has just looked at them. */
export async function makeEdit(ctx: TenantContext, at: string[], fields: Fields): Promise<void> {
  const section = at[0] ?? Object.keys(fields)[0] ?? ''
  const { value } = await readSection(ctx, { section })
  const seen = valueHash(readFields({ [section]: value }, at, Object.keys(fields)))
  await editDraft(ctx, { at, fields, seen })
}

/** Changes fields and publishes them; in force once `adopt` is given what tells the catalogue. */
export async function makeRevision(
  ctx: TenantContext,
  at: string[],
  fields: Fields,
  adopt?: JobPorts['adoptRevision'],
): Promise<number> {
  await makeEdit(ctx, at, fields)
  const cites = `${Object.keys(ctx.config.regulations)[0]}/1`
  const { revision } = await publishDraft(ctx, { reason: 'Thay đổi theo yêu cầu của công việc', cites })
  if (adopt)
    await adoptRevision.handler(ctx, { revision: revision! }, { sendText: async () => {}, adoptRevision: adopt })
  return revision!
}
