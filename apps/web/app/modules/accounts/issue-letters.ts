import { issueAccounts, printLetters } from '@sotay/domain/accounts'
import { issueAccountsInput } from '@sotay/domain/accounts/inputs'
import { todayOf } from '@sotay/kernel'
import { fileAnswer } from '../../server/file-answer'
import { redirectWithFlash } from '../../server/flash.server'
import { postOnly } from '../../server/post-only'
import { tenantAction } from '../../server/tenant-action'
import { texts } from '../../shell/texts.server'

export const loader = postOnly('accounts.issue')

/** Issues the accounts and answers with their letters: the only copy of the passwords there is. */
export const action = tenantAction(issueAccountsInput, async (ctx, chosen) => {
  const letters = await issueAccounts(ctx, chosen)
  if (letters.length === 0) return redirectWithFlash('/quan-tri/tai-khoan/cap', 'accounts:flash.issued-none')
  const day = todayOf(ctx)
  return fileAnswer(await printLetters(ctx, letters), `${texts.t('accounts:issue.file')}-${day}.pdf`)
})
