import { handOverTransfer } from '@sotay/domain/transfers'
import { makeTransfer } from '@sotay/domain/transfers/factory'
import { createTestTenant } from '@sotay/testing'
import type { Maker } from '../province'

let neighbour: ReturnType<typeof createTestTenant> | undefined

/** A member's file from another province of the installation, signed for this one. */
export const signedFile: Maker<string> = async (world) => {
  neighbour ??= createTestTenant()
  const there = await neighbour
  await there.operations.directory.refresh()
  const { id: memberId } = await there.make.member({ memberSince: '2020-01-01' })
  const { slug } = world.record
  const given = { memberId, kind: 'out', elsewhere: 'Chi bộ tỉnh bạn', partner: slug, upTo: 'decided' } as const
  const { id: transferId } = await makeTransfer(there.ctx, given)
  return (await handOverTransfer(there.ctx, { transferId })).content
}
