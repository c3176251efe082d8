import { valueHash } from '@sotay/tenant-config'
import { createTestTenant } from '@sotay/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDraft } from './edit-draft'
import { readSection } from './read-section'

const places = ['welcome', 'contact', 'footer'] as const
const step = fc.record({
  editor: fc.integer({ min: 0, max: 1 }),
  place: fc.constantFrom(...places),
  act: fc.constantFrom('look', 'write'),
})

test('whatever two editors do, nobody overwrites what they have not seen', async () => {
  const t = await createTestTenant()
  const editors = [await t.as('tenant_admin', t.units.root), await t.as('tenant_admin', t.units.root)]
  let written = 0
  const texts = async () => (await readSection(editors[0]!, { section: 'texts' })).value as Record<string, string>
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const start = await texts()
      const truth = { ...start }
      const shown = [{ ...start }, { ...start }]
      for (const { editor, place, act } of steps) {
        const mine = shown[editor]!
        if (act === 'look') {
          Object.assign(mine, await texts())
          continue
        }
        const value = `Lời thứ ${++written}`
        const seen = valueHash({ [place]: mine[place] ?? null })
        const edit = editDraft(editors[editor]!, { at: ['texts'], fields: { [place]: value }, seen })
        if (mine[place] === truth[place]) {
          await edit
          truth[place] = value
          mine[place] = value
        } else {
          await expect(edit).rejects.toMatchObject({ code: 'settings.changed-meanwhile' })
        }
        expect(await texts()).toEqual(truth)
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('two edits at one moment: one is kept, the other told', async () => {
  const t = await createTestTenant()
  const editors = [await t.as('tenant_admin', t.units.root), await t.as('tenant_admin', t.units.root)]
  const { value } = await readSection(editors[0]!, { section: 'texts' })
  const seen = valueHash({ welcome: (value as Record<string, string>).welcome ?? null })
  const outcomes = await Promise.allSettled(
    editors.map((ctx, index) => editDraft(ctx, { at: ['texts'], fields: { welcome: `Lời ${index}` }, seen })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
