import { openPool, type Pool } from '@sotay/db/connect'
import { unit } from '@sotay/domain/organisation'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PLATFORM_ROLE } from './pools'
import { rolePassword } from './secrets'

// What an attacker can do who has turned one province's connection into a raw SQL prompt.
let own: TestTenant
let other: TestTenant
let attacker: Pool

const run = async (statement: string) => {
  try {
    await attacker.sql.unsafe(statement).simple()
  } finally {
    await attacker.sql.unsafe('rollback').simple()
  }
}
const DENIED = '42501'

beforeAll(async () => {
  own = await createTestTenant()
  other = await createTestTenant()
  await other.make.member({ fullName: 'Nguyễn Thị Bí Mật' })
  const { database, secret } = inject('sotaySettings')
  const { schema } = own.record
  attacker = openPool({
    ...database,
    user: schema,
    password: rolePassword(secret, schema),
    application: 'attacker',
    max: 1,
  })
})
afterAll(() => attacker.close())

test('the connection works in its own schema', async () => {
  expect((await attacker.sql.unsafe('select name from unit')).length).toBe(
    (await own.ctx.db.select().from(unit)).length,
  )
})

describe('reading another province', () => {
  test.each([
    'select * from OTHER.member',
    'table OTHER.audit_entry',
    `select query_to_xml('select * from OTHER.member', true, false, '')`,
    `select table_to_xml('OTHER.member', true, false, '')`,
    `select schema_to_xml('OTHER', true, false, '')`,
    `select * from (select set_config('role', 'OTHER', true) s) a, lateral query_to_xml('select 1 from OTHER.member', true, false, s)`,
    `select x from (select set_config('session_authorization', 'OTHER', true) s) a, lateral query_to_xml('select 1 from OTHER.member', true, false, s) x`,
    'copy OTHER.member to stdout',
    'prepare p as select * from OTHER.member',
    'declare c cursor with hold for select * from OTHER.member',
    'begin; lock table OTHER.member',
    'select last_value from OTHER.audit_entry_sequence_seq',
    `select nextval('OTHER.audit_entry_sequence_seq')`,
    'insert into OTHER.outbox default values',
    'create table x (like OTHER.member)',
    'explain analyze select * from OTHER.member',
  ])('%s', async (attack) => {
    await expect(run(attack.replaceAll('OTHER', other.record.schema))).rejects.toMatchObject({ code: DENIED })
  })

  test('a search_path that names it resolves nothing', async () => {
    await run(`set search_path = ${other.record.schema}`)
    await expect(run('select count(*) from member')).rejects.toMatchObject({ code: '42P01' })
    await run('reset search_path')
  })

  test('a subscription to its login fails with its own password', async () => {
    const { database, secret } = inject('sotaySettings')
    const password = rolePassword(secret, own.record.schema)
    const pool = openPool({ ...database, user: other.record.schema, password, application: 'attacker', max: 1 })
    await expect(pool.sql.unsafe('select 1')).rejects.toMatchObject({ code: '28P01' })
    await pool.close()
  })
})

describe('becoming somebody else', () => {
  const targets = () => [other.record.schema, PLATFORM_ROLE, inject('sotaySettings').database.user]
  test.each([
    'set role NAME',
    'set session authorization NAME',
    'grant NAME to current_user',
    'alter role NAME nologin',
  ])('%s', async (attack) => {
    for (const target of targets()) {
      await expect(run(attack.replace('NAME', target))).rejects.toMatchObject({ code: DENIED })
    }
  })

  test('set_config cannot change the role either', async () => {
    for (const target of targets()) {
      await expect(run(`select set_config('role', '${target}', false)`)).rejects.toMatchObject({ code: DENIED })
    }
  })

  test('the login is a member of nothing and nothing is a member of it', async () => {
    const owner = own.operations.owner(own.record.server)
    const rows = await owner.sql.unsafe(
      `select 1 from pg_auth_members m join pg_roles r on r.oid in (m.roleid, m.member) where r.rolname = $1`,
      [own.record.schema],
    )
    expect(rows).toHaveLength(0)
  })
})

describe('changing structure', () => {
  test.each([
    'create table x (i int)',
    'create temp table x (i int)',
    'create schema x',
    'create schema x authorization current_user',
    'create table public.x (i int)',
    'create table ext.x (i int)',
    'alter table member add column x int',
    'alter table audit_entry disable trigger all',
    'drop table member',
    'truncate member',
    'create index on member (phone)',
    'create view x as select 1',
    'create function x() returns int language sql as $$ select 1 $$',
    'create function ext.x() returns int language sql security definer as $$ select 1 $$',
    'create extension pgcrypto',
    'create role x',
    'create database x',
    'alter role current_user superuser',
    'alter role current_user createrole',
    'alter role current_user bypassrls',
    'alter role current_user connection limit 1000',
    `alter system set log_statement = 'all'`,
    'create publication x for all tables',
    'create policy p on member',
    'do language plpython3u $$ $$',
  ])('%s', async (attack) => {
    await expect(run(attack)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42704)$/) })
  })

  test('granting what it holds gives nobody anything', async () => {
    await run(`grant select on member to public; grant usage on schema ${own.record.schema} to public`)
    const { sql } = own.operations.directory.platform
    await expect(sql.unsafe(`select * from ${own.record.schema}.member`)).rejects.toMatchObject({ code: DENIED })
  })

  test('the list of applied migrations is out of reach', async () => {
    await expect(run('select * from migration')).rejects.toMatchObject({ code: DENIED })
    await expect(run('delete from migration')).rejects.toMatchObject({ code: DENIED })
  })
})

describe('the machine and the server', () => {
  test.each([
    `copy (select 1) to program 'id'`,
    `copy unit from program 'id'`,
    `copy (select 1) to '/tmp/x'`,
    `copy unit from '/etc/passwd'`,
    `select pg_read_file('/etc/passwd')`,
    `select pg_read_binary_file('/etc/passwd')`,
    `select pg_ls_dir('/')`,
    `select pg_stat_file('/etc/passwd')`,
    `select lo_import('/etc/passwd')`,
    `select lo_from_bytea(0, 'x')`,
    'select lo_create(0)',
    'select lo_creat(-1)',
    'select rolpassword from pg_authid',
    'select passwd from pg_shadow',
    'select pg_reload_conf()',
    'select pg_switch_wal()',
    `select pg_create_logical_replication_slot('x', 'pgoutput')`,
    `set session_replication_role = 'replica'`,
    `load '/tmp/x.so'`,
    `select pg_terminate_backend(1)`,
    `select pg_cancel_backend(1)`,
    'checkpoint',
  ])('%s', async (attack) => {
    await expect(run(attack)).rejects.toMatchObject({ code: DENIED })
  })
})

describe('listing', () => {
  test.each([
    'pg_namespace',
    'pg_class',
    'pg_attribute',
    'pg_roles',
    'pg_user',
    'pg_database',
    'pg_stats',
    'pg_statistic',
    'pg_tables',
    'pg_sequences',
    'pg_indexes',
    'pg_locks',
    'pg_stat_activity',
    'pg_stat_user_tables',
    'pg_stat_all_tables',
    'pg_largeobject_metadata',
    'pg_db_role_setting',
    'pg_description',
    'pg_stat_get_activity(null)',
  ])('%s', async (catalogue) => {
    await expect(run(`select * from ${catalogue}`)).rejects.toMatchObject({ code: DENIED })
  })

  test('the standard’s views show its own schema only', async () => {
    const rows = await attacker.sql.unsafe<{ table_schema: string }[]>(
      `select distinct table_schema from information_schema.tables where table_schema not in ('information_schema', 'pg_catalog')`,
    )
    // Suites of the doctor open provinces of their own to everybody for a moment.
    const between = [own.record.schema, other.record.schema]
    const seen = rows.map((row) => row.table_schema).filter((name) => between.includes(name) || !/^t_thu_/.test(name))
    expect(seen).toEqual([own.record.schema])
  })

  test.each(['pg_relation_size', 'pg_total_relation_size', 'pg_table_size'])('%s of a foreign table', async (size) => {
    await expect(run(`select ${size}('${other.record.schema}.member')`)).rejects.toMatchObject({ code: DENIED })
  })
})

describe('the platform', () => {
  test.each([
    'tenant',
    'tenant_domain',
    'tenant_aside',
    'backup',
    'platform_setting',
    'operator',
    'operator_session',
    'sent_message',
    'audit_anchor',
    'migration',
  ])('platform.%s', async (table) => {
    await expect(run(`select * from platform.${table}`)).rejects.toMatchObject({ code: DENIED })
  })

  test('the queue’s schema', async () => {
    await expect(run('create table queue.x (i int)')).rejects.toMatchObject({ code: DENIED })
    await expect(run('select * from queue.job')).rejects.toMatchObject({ code: DENIED })
  })

  test('and its login reaches no province', async () => {
    const { sql } = own.operations.directory.platform
    await expect(sql.unsafe(`select * from ${own.record.schema}.member`)).rejects.toMatchObject({ code: DENIED })
    await expect(sql.unsafe(`set role ${own.record.schema}`)).rejects.toMatchObject({ code: DENIED })
    await expect(sql.unsafe('create table platform.x (i int)')).rejects.toMatchObject({ code: DENIED })
    await expect(sql.unsafe('update operation_entry set actor = null')).rejects.toMatchObject({ code: DENIED })
  })
})

test('a notification heard from outside holds an id and nothing else; one sent in is a hint and nothing else', async () => {
  const heard: string[] = []
  await attacker.sql.listen('outbox', (payload) => heard.push(payload))
  other.ctx.outboxChanged()
  // Other suites' provinces are heard too: an id each, and nothing of what changed.
  await expect.poll(() => heard).toContain(other.record.id)
  for (const payload of heard) expect(payload).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})
