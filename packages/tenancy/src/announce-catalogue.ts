import type { Pool } from '@sotay/db/connect'

/** Channel on the platform's database by which every process hears that the catalogue changed. */
export const CATALOGUE_CHANNEL = 'catalogue'

const TABLES = ['tenant', 'tenant_domain', 'database_server', 'platform_setting', 'maintenance_banner', 'held_module']

/**
 * Has the catalogue's tables announce each committed change on `CATALOGUE_CHANNEL`, whoever made it. The catalogue is
 * never distributed, so a trigger does here; safe to run twice.
 */
export async function announceCatalogue(owner: Pool): Promise<void> {
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(`select pg_advisory_xact_lock(hashtextextended('sotay:prepare', 0))`)
    const made = await tx.unsafe<{ name: string }[]>(
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'announce_catalogue'`,
    )
    const missing = TABLES.filter((table) => !made.some(({ name }) => name === `platform.${table}`))
    if (missing.length === 0) return
    await tx.unsafe(`create or replace function platform.announce_catalogue() returns trigger language plpgsql as
      $$ begin perform pg_notify('${CATALOGUE_CHANNEL}', tg_table_name); return null; end $$`)
    for (const table of missing) {
      await tx.unsafe(`create trigger announce_catalogue after insert or update or delete on platform.${table}
        for each statement execute function platform.announce_catalogue()`)
    }
  })
}
