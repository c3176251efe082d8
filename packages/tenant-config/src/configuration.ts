import type * as z from 'zod'
import type { tenantSchema } from './schema/tenant'

/** One province's (or steering body's) whole configuration: plain JSON data, durations in minutes, days as YYYY-MM-DD. */
export type TenantConfiguration = z.output<typeof tenantSchema>
