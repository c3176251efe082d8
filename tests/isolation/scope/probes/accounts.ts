import {
  approveAccount,
  approveAccounts,
  checkIssue,
  endAccountSessions,
  endAllSessions,
  endDevice,
  endSession,
  exportOwnData,
  issueAccounts,
  listAccounts,
  listAwaitingAccounts,
  listIssuable,
  listSessions,
  readAccount,
  readAwaitingAccount,
  readOwnAccount,
  requestCode,
  restrictAccount,
  returnAccount,
  revokeAccount,
  suspendAccount,
} from '@sotay/domain/accounts'
import type { TenantContext } from '@sotay/kernel'
import { ownProbe, type Probe, probe } from '../probe'
import type { Holder, Maker } from '../province'
import { activeAccount, anybody, awaitingAccount, nothing, someone } from './things'

const reason = 'Theo đề nghị của chi bộ'

/** The same province, were it one that issues accounts. */
const issuing = (ctx: Holder['ctx']): TenantContext => ({
  ...ctx,
  config: { ...ctx.config, accounts: { ...ctx.config.accounts, registration: 'issued' } },
})
const device: Maker<string> = async () => crypto.randomUUID()

export const accounts: Probe[] = [
  probe('accounts.register', 'requestCode', anybody, (ctx, { cardNumber }) =>
    requestCode(ctx, { purpose: 'registration', cardNumber, phone: '0912345678', address: crypto.randomUUID() }),
  ),
  probe('accounts.signIn', 'endSession', nothing, (ctx) => endSession(ctx, 'a'.repeat(64))),
  ownProbe('accounts.own', 'readOwnAccount', (ctx) => readOwnAccount(ctx)),
  ownProbe('accounts.own', 'listSessions', (ctx) => listSessions(ctx)),
  ownProbe('accounts.own', 'exportOwnData', (ctx) => exportOwnData(ctx)),
  ownProbe('accounts.own', 'endAllSessions', (ctx) => endAllSessions(ctx)),
  probe('accounts.own', 'endDevice', device, (ctx, sessionId) => endDevice(ctx, { sessionId })),
  probe('accounts.approve', 'listAwaitingAccounts', awaitingAccount, async (ctx, accountId) =>
    (await listAwaitingAccounts(ctx)).accounts.some((entry) => entry.accountId === accountId),
  ),
  probe('accounts.approve', 'readAwaitingAccount', awaitingAccount, (ctx, accountId) =>
    readAwaitingAccount(ctx, { accountId }),
  ),
  probe('accounts.approve', 'approveAccount', awaitingAccount, (ctx, accountId) =>
    approveAccount(ctx, { accountId, roles: [] }),
  ),
  probe('accounts.approve', 'approveAccounts', awaitingAccount, (ctx, accountId) =>
    approveAccounts(ctx, { accountIds: [accountId] }),
  ),
  probe('accounts.approve', 'returnAccount', awaitingAccount, (ctx, accountId) =>
    returnAccount(ctx, { accountId, reason }),
  ),
  probe('accounts.oversee', 'listAccounts', activeAccount, async (ctx, accountId) =>
    (await listAccounts(ctx)).accounts.some((entry) => entry.accountId === accountId),
  ),
  probe('accounts.oversee', 'readAccount', activeAccount, (ctx, accountId) => readAccount(ctx, { accountId })),
  probe('accounts.oversee', 'suspendAccount', activeAccount, (ctx, accountId) =>
    suspendAccount(ctx, { accountId, reason }),
  ),
  probe('accounts.oversee', 'endAccountSessions', activeAccount, (ctx, accountId) =>
    endAccountSessions(ctx, { accountId, reason }),
  ),
  probe('accounts.issue', 'listIssuable', anybody, async (ctx, { memberId, cardNumber }) =>
    (await listIssuable(issuing(ctx), { search: cardNumber })).people.some((entry) => entry.memberId === memberId),
  ),
  probe(
    'accounts.issue',
    'checkIssue',
    someone,
    async (ctx, memberId) => (await checkIssue(issuing(ctx), { memberIds: [memberId] })).length === 1,
  ),
  probe('accounts.issue', 'issueAccounts', someone, (ctx, memberId) =>
    issueAccounts(issuing(ctx), { memberIds: [memberId] }),
  ),
  probe('accounts.manage', 'restrictAccount', activeAccount, (ctx, accountId) =>
    restrictAccount(ctx, { accountId, reason, until: '2024-02-01' }),
  ),
  probe('accounts.manage', 'revokeAccount', activeAccount, (ctx, accountId) =>
    revokeAccount(ctx, { accountId, reason }),
  ),
]
