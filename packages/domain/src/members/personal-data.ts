import type { PersonalData } from '@sotay/kernel'
import { asc, eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { historyOfLine } from './personal-history'
import { member, membership, savedView } from './schema'

/** What the roster holds on a member: the line, the cells, the views they keep. The dossier tells of its own history. */
export const personalData: PersonalData = async (ctx, memberId) => {
  const [lines, cells, views, history] = await Promise.all([
    ctx.db.select().from(member).where(eq(member.id, memberId)),
    ctx.db
      .select({ name: unit.name, kind: membership.kind, from: membership.validFrom, until: membership.validUntil })
      .from(membership)
      .innerJoin(unit, eq(unit.id, membership.unitId))
      .where(eq(membership.memberId, memberId))
      .orderBy(asc(membership.validFrom)),
    ctx.db.select().from(savedView).where(eq(savedView.memberId, memberId)).orderBy(asc(savedView.name)),
    historyOfLine(ctx, memberId),
  ])
  return [
    {
      tables: ['member'],
      title: 'Danh sách đảng viên',
      rows: lines.map((line) => ({
        'Họ và tên': line.fullName,
        'Số thẻ đảng viên': line.cardNumber,
        'Điện thoại': line.phone,
        'Giới tính': line.gender,
        'Ngày sinh': line.birthDate,
        'Ngày vào Đảng': line.admittedOn,
        'Ngày chính thức': line.confirmedOn,
        'Hết thời hạn dự bị': line.probationEndsOn,
        'Miễn sinh hoạt từ': line.exemptFrom,
        'Miễn sinh hoạt đến': line.exemptUntil,
        'Rời danh sách ngày': line.leftOn,
      })),
    },
    {
      tables: ['membership'],
      title: 'Quá trình sinh hoạt',
      rows: cells.map(({ name, kind, from, until }) => ({
        'Chi bộ': name,
        'Hình thức': kind === 'primary' ? 'Chính thức' : 'Tạm thời',
        'Từ ngày': from,
        'Đến ngày': until,
      })),
    },
    history,
    {
      tables: ['saved_view'],
      title: 'Danh sách đã lưu',
      rows: views.map(({ name, query, createdAt }) => ({ Tên: name, 'Bộ lọc': query, 'Lưu lúc': createdAt })),
    },
  ]
}
