import * as z from 'zod'
import { tenantSchema } from '../schema/tenant'
import { unitsSchema } from '../schema/units'

const asWritten = (schema: z.ZodType, title: string) => ({
  ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
  title,
})

/** JSON Schema of a tenant.yaml as it is written, for editors that complete and check while typing. */
export const tenantEditorSchema = () => asWritten(tenantSchema, 'Cấu hình của một tỉnh')

/** JSON Schema of a content/units.yaml. */
export const unitsEditorSchema = () => asWritten(unitsSchema, 'Các đơn vị của một tỉnh')
