import { provinceLine } from '../context'
import { type Finding, ill, type Patient, well } from './finding'

const REMEDY = 'Chạy "sotay tenant doctor --repair" để cấp lại đúng quyền.'

/** Tables whose privileges for the province's own login are not those of the migration line. */
const deviations = `
  with own as (
    select c.relname as name, coalesce((
      select string_agg(a.privilege_type, ',' order by a.privilege_type) from aclexplode(c.relacl) a
      where a.grantee = $2::regrole), '') as privileges
    from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
  )
  select name, privileges from own where privileges <> case
    when name = 'migration' then ''
    when name = any(string_to_array($3, ',')) then 'INSERT,SELECT'
    else 'DELETE,INSERT,SELECT,UPDATE' end`

/** What anybody but the owner and the province's login holds in its schema, and what its login holds or owns elsewhere. */
const strays = `
  select c.oid::regclass::text as name, a.grantee::regrole::text as grantee from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = $1::regnamespace and a.grantee not in (c.relowner, $2::regrole)
  union all select n.nspname, a.grantee::regrole::text from pg_namespace n, aclexplode(n.nspacl) a
    where n.oid = $1::regnamespace and a.grantee not in (n.nspowner, $2::regrole)
  union all select n.nspname || '.' || c.relname, $2::regrole::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where c.relnamespace <> $1::regnamespace and a.grantee = $2::regrole
  union all select n.nspname, $2::regrole::text from pg_namespace n, aclexplode(n.nspacl) a
    where n.nspname not in ($1::regnamespace::text, 'ext') and a.grantee = $2::regrole
  union all select c.relname, $2::regrole::text from pg_class c where c.relowner = $2::regrole
  union all select attname, $2::regrole::text from pg_attribute, aclexplode(attacl) a where a.grantee = $2::regrole
  union all select roleid::regrole::text, $2::regrole::text from pg_auth_members where member = $2::regrole or roleid = $2::regrole`

const powers = `
  select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as mighty, rolcanlogin as login, rolconnlimit as connections
  from pg_roles where rolname = $1`

/** Whether the province's login holds exactly what the migration line gives it, and nothing outside its schema. */
export async function checkGrants({ ctx, record }: Patient): Promise<Finding[]> {
  const { sql } = ctx.owner(record.server)
  const { schema } = record
  const [role] = await sql.unsafe<{ mighty: boolean; login: boolean; connections: number }[]>(powers, [schema])
  if (!role) return [ill('grants', `Không có tài khoản cơ sở dữ liệu ${schema}.`, REMEDY)]
  const wrong = await sql.unsafe<{ name: string; privileges: string }[]>(deviations, [
    schema,
    schema,
    provinceLine.appendOnly.join(','),
  ])
  const stray = await sql.unsafe<{ name: string; grantee: string }[]>(strays, [schema, schema])
  const findings = [
    ...wrong.map(({ name, privileges }) =>
      ill('grants', `Quyền trên bảng ${name} không đúng (${privileges || 'không có quyền nào'}).`, REMEDY),
    ),
    ...stray.map(({ name, grantee }) => ill('isolation', `${grantee} có quyền ngoài phạm vi trên ${name}.`, REMEDY)),
  ]
  if (role.mighty) findings.push(ill('isolation', `Tài khoản ${schema} có quyền quản trị máy chủ.`, REMEDY))
  if (!role.login || role.connections < 1) {
    findings.push(ill('grants', `Tài khoản ${schema} không đăng nhập được hoặc không giới hạn số kết nối.`, REMEDY))
  }
  return findings.length > 0
    ? findings
    : [well('grants', 'Quyền cơ sở dữ liệu đúng như quy định, không có quyền ngoài phạm vi.')]
}
