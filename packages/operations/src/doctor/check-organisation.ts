import { member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import { todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { checkVersions } from './check-versions'
import { type Finding, ill, type Patient, well } from './finding'

/** Whether the tree hangs together and its people have a place in it. */
export async function checkOrganisation({ province }: Patient): Promise<Finding[]> {
  const { levels, agencies } = province.config.organisation
  const today = sql`${todayOf(province)}::date`
  const known = [...levels, ...agencies].map((entry) => entry.key).join(',')
  const [row] = await province.db.execute<
    Record<'roots' | 'detached' | 'unknown' | 'ended' | 'units' | 'members', number>
  >(sql`
    select
      (select count(*)::int from ${unit} where parent_id is null) as roots,
      (select count(*)::int from ${unit} child left join ${unit} parent on parent.id = child.parent_id
        where ${today} between child.valid_from and coalesce(child.valid_until, 'infinity') and child.parent_id is not null and (parent.id is null or subpath(child.path, 0, -1) <> parent.path)) as detached,
      (select count(*)::int from ${unit} where not level = any(string_to_array(${known}, ','))) as unknown,
      (select count(*)::int from ${member} person join ${unit} home on home.id = person.unit_id
        where (home.valid_until < ${today} or home.valid_from > ${today}) and person.left_on is null) as ended,
      (select count(*)::int from ${unit}) as units,
      (select count(*)::int from ${member} where left_on is null) as members`)
  const findings: Finding[] = []
  const report = (count: number | undefined, what: string, remedy: string) => {
    if (count) findings.push(ill('organisation', `${count} ${what}`, remedy))
  }
  if (row?.roots !== 1) {
    findings.push(
      ill('organisation', `Cây tổ chức có ${row?.roots ?? 0} gốc.`, 'Cây phải có đúng một gốc: sửa trong mục Tổ chức.'),
    )
  }
  report(row?.detached, 'đơn vị có đường dẫn không khớp đơn vị cấp trên.', 'Chuyển lại các đơn vị đó về đúng cấp trên.')
  report(
    row?.unknown,
    'đơn vị ở cấp mà cấu hình không có.',
    'Bổ sung cấp vào tenant.yaml rồi chạy "sotay tenant apply".',
  )
  report(
    row?.ended,
    'đảng viên thuộc chi bộ đã kết thúc hoặc chưa thành lập.',
    'Chuyển sinh hoạt các đảng viên này sang chi bộ đang hoạt động.',
  )
  const faults = await checkVersions(province)
  const remedy = 'Kiểm tra quá trình tổ chức của các đơn vị đó và quyết định kèm theo trong mục Tổ chức.'
  report(faults.orphaned, 'giai đoạn của đơn vị có ngày mà đơn vị cấp trên không tồn tại.', remedy)
  report(faults.misplaced, 'giai đoạn của đơn vị có đường dẫn không khớp cấp trên cùng ngày.', remedy)
  report(faults.gaps, 'giai đoạn của đơn vị không nối liền giai đoạn trước.', remedy)
  report(faults.differing, 'đơn vị hôm nay khác với quá trình tổ chức đã ghi.', remedy)
  return findings.length > 0
    ? findings
    : [well('organisation', `Cây tổ chức có ${row?.units} đơn vị, ${row?.members} đảng viên, không có chỗ hở.`)]
}
