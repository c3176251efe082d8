import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainError } from '../explain-error'
import { readFolders } from './prepare'

const tenants = join(import.meta.dirname, '../../../../tenants')

async function copyWith(change: (text: string) => string) {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-tenants-'))
  await cp(tenants, folder, { recursive: true })
  const file = join(folder, 'bentre/tenant.yaml')
  await writeFile(file, change(await readFile(file, 'utf8')))
  return readFolders(folder).then(
    () => 'read',
    (error) => explainError(error),
  )
}

test('the four provinces are read', async () => {
  expect((await readFolders(tenants)).map(({ configuration }) => configuration.slug)).toEqual([
    'bentre',
    'binhphuoc',
    'cds-tw',
    'quangngai',
  ])
})

test('a mistake is told with its file and line', async () => {
  const answer = await copyWith((text) => text.replace('kind: province', 'kind: provnce'))
  expect(answer).toMatchObject({
    exit: 1,
    message: expect.stringMatching(/bentre\/tenant\.yaml:\d+:\d+ kind: .*province/),
  })
})

test('two provinces that claim one domain are both named', async () => {
  const answer = await copyWith((text) => text.replace(/domains: \[.*?\]/, 'domains: [sotaydangvien.quangngai.dcs.vn]'))
  expect(answer).toMatchObject({ exit: 1, message: expect.stringMatching(/quangngai\.dcs\.vn.*bentre.*quangngai/) })
})

test('a folder that is not named after its province is told', async () => {
  const answer = await copyWith((text) => text.replace('slug: bentre', 'slug: bentre2'))
  expect(answer).toMatchObject({ code: 'operations.folder-name', exit: 1 })
})
