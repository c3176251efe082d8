import * as z from 'zod'
import { accounts } from './accounts'
import { brand } from './brand'
import { calendar } from './calendar'
import { text } from './dated'
import { meetings } from './meetings'
import { moduleSettings, modules } from './modules'
import { newsroom } from './newsroom'
import { documents, petitions } from './opinion'
import { organisation } from './organisation'
import { regulations } from './regulations'
import { reporting } from './reporting'
import { roles } from './roles'
import { adoption, roster, transfers } from './roster'
import { steering } from './steering'
import { exemptions, targets } from './targets'

const domain = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
    'phải là tên miền chữ thường, không có http:// hay dấu /',
  )

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}, 'không phải múi giờ IANA, ví dụ Asia/Ho_Chi_Minh')

/** The whole of tenants/<slug>/tenant.yaml. */
export const tenantSchema = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'chỉ gồm chữ thường không dấu, số và dấu gạch, 2 đến 31 ký tự'),
  name: text,
  kind: z.enum(['province', 'steering-body']),
  domains: z.array(domain),
  timezone: zone,
  regulations,
  brand,
  organisation,
  accounts,
  roster: roster.optional(),
  transfers: transfers.optional(),
  adoption: adoption.optional(),
  roles,
  modules,
  settings: moduleSettings,
  newsroom: newsroom.optional(),
  documents: documents.optional(),
  petitions: petitions.optional(),
  calendar,
  reporting,
  meetings: meetings.optional(),
  steering: steering.optional(),
  targets,
  exemptions,
  texts: z.record(z.string().regex(/^[a-z][A-Za-z.]*$/), text),
  demo: z.strictObject({ units: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.yaml$/) }).optional(),
})
