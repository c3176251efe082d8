import {
  announceCatalogue,
  closeCatalogue,
  migrateSchema,
  openOwner,
  PLATFORM_ROLE,
  platformLine,
  prepareDatabase,
  preparePlatform,
  type Settings,
} from '@sotay/tenancy'

/** Makes the catalogue ready for this version: closures, roles, extensions, its own migrations. Safe to run twice. */
export async function preparePlatformOnce(settings: Settings): Promise<void> {
  const owner = openOwner(settings.database, settings, 1)
  try {
    await prepareDatabase(owner, settings.database.database)
    await preparePlatform(owner, settings)
    await closeCatalogue(owner)
    await migrateSchema(owner, { schema: 'platform', role: PLATFORM_ROLE }, platformLine)
    await announceCatalogue(owner)
  } finally {
    await owner.close()
  }
}
