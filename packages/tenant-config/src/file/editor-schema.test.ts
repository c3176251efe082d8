import { expect, test } from 'vitest'
import { tenantEditorSchema, unitsEditorSchema } from './editor-schema'

const written = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`

// `npm run schema -w @sotay/tenant-config` writes both files anew.
test('tenant.schema.json is current', async () => {
  await expect(written(tenantEditorSchema())).toMatchFileSnapshot('../../tenant.schema.json')
})

test('units.schema.json is current', async () => {
  await expect(written(unitsEditorSchema())).toMatchFileSnapshot('../../units.schema.json')
})
