import { expect, test } from 'vitest'
import { sotay } from './commands'
import { findCommand } from './find-command'

const unknown = (line: string) => findCommand(sotay, line.split(' ').filter(Boolean)).unknown

test.each([
  'tenant list --json',
  'tenant show quangngai',
  'tenant show --tenant quangngai --json',
  'tenant create tenants/x/tenant.yaml --yes --dry-run',
  'demo load --tenant quangngai --members 150000',
  'demo load --tenant=quangngai --members=5',
  'operator create --email a@example.vn --name An',
  'migrate --tenant x --parallel 8',
])('%s is understood', (line) => {
  const found = findCommand(sotay, line.split(' '))
  expect(found.unknown).toBeUndefined()
  expect(found.command.run).toBeTypeOf('function')
})

test.each([
  ['tenat list', 'tenat'],
  ['tenant lst', 'lst'],
  ['tenant list --jsn', '--jsn'],
  ['tenant show a b', 'b'],
  ['status now', 'now'],
])('%s: the word %s is named', (line, word) => {
  expect(unknown(line)).toBe(word)
})

test('a group alone has nothing to run, help is asked for anywhere', () => {
  expect(findCommand(sotay, ['tenant']).command.run).toBeUndefined()
  expect(findCommand(sotay, ['tenant', 'list', '--help']).wantsHelp).toBe(true)
})
