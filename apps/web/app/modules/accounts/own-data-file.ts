import { exportOwnData, ownDataJson, ownDataWorkbook } from '@sotay/domain/accounts'
import { z } from 'zod'
import { fileAnswer } from '../../server/file-answer'
import { postOnly } from '../../server/post-only'
import { tenantAction } from '../../server/tenant-action'
import { texts } from '../../shell/texts.server'

const wanted = z.object({ format: z.enum(['xlsx', 'json']) })

export const loader = postOnly('accounts.own')

/** The member's own copy, as a file to read or a file for a program. */
export const action = tenantAction(wanted, async (ctx, { format }) => {
  const parts = await exportOwnData(ctx)
  const name = `${texts.t('accounts:data.file')}.${format}`
  return fileAnswer(format === 'xlsx' ? await ownDataWorkbook(parts) : ownDataJson(ctx, parts), name)
})
