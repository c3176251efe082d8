import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '@sotay/kernel'
import { testOperations } from '@sotay/testing'
import { expect, test } from 'vitest'
import { describeRefusal } from '../describe-refusal'
import { findPrograms } from './programs'

const refusal = async (folders: string[]): Promise<string> => {
  const { owner, settings } = await testOperations()
  return findPrograms(owner(settings.database), folders).then(
    () => 'none',
    (error: Refusal) => describeRefusal(error),
  )
}

test('where pg_dump is missing, or older than the server, a sentence says what to install', async () => {
  expect(await refusal(['/nowhere/'])).toMatch(/chưa có pg_dump.*postgresql-client-15/)
  const folder = await mkdtemp(join(tmpdir(), 'sotay-programs-'))
  await writeFile(join(folder, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 12.4"\n')
  await chmod(join(folder, 'pg_dump'), 0o755)
  expect(await refusal([`${folder}/`])).toMatch(/pg_dump trên máy này là bản 12.*postgresql-client-15/)
  await rm(folder, { recursive: true })
  const { owner, settings } = await testOperations()
  expect(await findPrograms(owner(settings.database))).toMatchObject({ version: expect.stringMatching(/^1\d/) })
})
