import { newId, verifyAuditChain } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { auditAnchor } from '@sotay/tenancy/schema'
import { desc, eq } from 'drizzle-orm'
import { type Finding, ill, type Patient, well } from './finding'

const RESTORE = 'Giữ nguyên hiện trạng, so với bản sao lưu gần nhất và báo người phụ trách an toàn thông tin.'

/** Recomputes the chain, compares it with the head kept on the platform, and keeps the new head (H54). */
export async function checkAudit({ ctx, record, province }: Patient): Promise<Finding[]> {
  const chain = await verifyAuditChain(province)
  if (chain.brokenAt !== null) {
    return [ill('audit', `Chuỗi nhật ký sai từ dòng số ${chain.brokenAt}: có dòng bị sửa hoặc bị xóa.`, RESTORE)]
  }
  const [anchor] = await ctx.platform
    .select()
    .from(auditAnchor)
    .where(eq(auditAnchor.tenantId, record.id))
    .orderBy(desc(auditAnchor.sequence))
    .limit(1)
  if (anchor) {
    const { sequence } = anchor
    const [row] = await province.db
      .select({ hash: auditEntry.hash })
      .from(auditEntry)
      .where(eq(auditEntry.sequence, sequence))
    if (!row) return [ill('audit', `Nhật ký mất dòng số ${sequence} đã được neo ngoài tỉnh.`, RESTORE)]
    if (Buffer.from(row.hash).toString('hex') !== anchor.hash) {
      return [ill('audit', `Nhật ký đã bị viết lại: dòng số ${sequence} khác với dấu đã neo.`, RESTORE)]
    }
  }
  const { head } = chain
  if (head && head.sequence !== anchor?.sequence) {
    await ctx.platform.insert(auditAnchor).values({ id: newId(), tenantId: record.id, ...head, at: ctx.clock.now() })
  }
  return [well('audit', `Nhật ký gồm ${chain.entries} dòng, chuỗi liền mạch.`)]
}
