import { openPool, type Pool } from '@sotay/db/connect'
import { PLATFORM_ROLE } from './pools'
import { rolePassword } from './secrets'
import type { DatabaseServer, Settings } from './settings'

/** Opens the owner's connection: it makes schemas and roles, and owns every table. Operations alone use it. */
export const openOwner = (server: DatabaseServer, settings: Settings, max = 4): Pool =>
  openPool({
    ...server,
    user: settings.database.user,
    password: settings.database.password,
    application: 'sotay-owner',
    max,
  })

// Grants on the database and on shared schemas rewrite one row each: two at once fail.
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('sotay:provision', 0))`

const EXTENSIONS = ['ltree', 'unaccent', 'pg_trgm', 'btree_gist']

/**
 * Prepares a database for provinces: closes what PostgreSQL leaves open to everybody, and installs extensions in a
 * schema of their own. Safe to run twice and at once.
 */
export async function prepareDatabase(owner: Pool, database: string): Promise<void> {
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(ONE_AT_A_TIME)
    await tx.unsafe(`revoke connect, temporary on database "${database}" from public`)
    await tx.unsafe(`revoke all on schema public from public`)
    await tx.unsafe(`create schema if not exists ext`)
    for (const extension of EXTENSIONS) await tx.unsafe(`create extension if not exists ${extension} schema ext`)
    // Dictionaries look themselves up by search_path, so the name is written out; STABLE would bar it from indexes.
    await tx.unsafe(`create or replace function ext.fold(value text) returns text language sql immutable strict parallel safe
      return lower(ext.unaccent('ext.unaccent'::regdictionary, value))`)
  })
}

/** Creates the catalogue's schema and login, and a schema for the queue. */
export async function preparePlatform(owner: Pool, settings: Settings): Promise<void> {
  const role = PLATFORM_ROLE
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(ONE_AT_A_TIME)
    await tx.unsafe(loginRole(role, rolePassword(settings.secret, role), 60))
    await tx.unsafe(`
      create schema if not exists platform;
      create schema if not exists queue;
      grant create, usage on schema queue to "${role}";
      grant usage on schema platform, ext to "${role}";
      grant connect on database "${settings.database.database}" to "${role}";
      alter role "${role}" set search_path = platform, ext;
      alter role "${role}" set statement_timeout = '30s'`)
  })
}

/** Creates a province's schema and its login. The schema belongs to the owner; the login gets rows by migration. */
export async function createSchema(owner: Pool, database: string, schema: string, secret: string): Promise<void> {
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(ONE_AT_A_TIME)
    await tx.unsafe(loginRole(schema, rolePassword(secret, schema), 24))
    await tx.unsafe(`
      create schema if not exists "${schema}";
      revoke all on schema "${schema}" from public;
      grant usage on schema "${schema}", ext to "${schema}";
      grant connect on database "${database}" to "${schema}";
      alter role "${schema}" set search_path = "${schema}", ext;
      alter role "${schema}" set statement_timeout = '15s';
      alter role "${schema}" set lock_timeout = '5s';
      alter role "${schema}" set idle_in_transaction_session_timeout = '30s'`)
  })
}

/** Creates a schema that only the owner reaches. */
export async function createBareSchema(owner: Pool, schema: string): Promise<void> {
  await owner.sql.unsafe(`create schema "${schema}"; revoke all on schema "${schema}" from public`).simple()
}

/** Drops a schema that no login has. */
export async function dropBareSchema(owner: Pool, schema: string): Promise<void> {
  await owner.sql.unsafe(`drop schema if exists "${schema}" cascade`).simple()
}

/** Removes a province's schema and login with all they hold. */
export async function dropSchema(owner: Pool, database: string, schema: string): Promise<void> {
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(ONE_AT_A_TIME)
    const [role] = await tx.unsafe(`select 1 from pg_roles where rolname = $1`, [schema])
    await tx.unsafe(`drop schema if exists "${schema}" cascade`)
    if (role)
      await tx.unsafe(
        `revoke all on database "${database}" from "${schema}"; drop owned by "${schema}"; drop role "${schema}"`,
      )
  })
}

const loginRole = (role: string, password: string, limit: number) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role "${role}"; end if;
  end $$;
  alter role "${role}" login password '${password}' nosuperuser nocreatedb nocreaterole noinherit noreplication
    nobypassrls connection limit ${limit}`
