import { printMemberForm } from '@sotay/domain/dossiers'
import { fileAnswer } from '../../server/file-answer'
import { tenantLoader } from '../../server/tenant-loader'

/** The member's form, one's own or another's, in the kind of file that the address ends with. */
export const loader = tenantLoader(async (ctx, { params, url }) => {
  const format = url.pathname.endsWith('.docx') ? 'docx' : 'pdf'
  const { content, name } = await printMemberForm(ctx, { memberId: params.memberId, format })
  return fileAnswer(content, name)
})
