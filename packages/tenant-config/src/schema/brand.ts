import * as z from 'zod'
import { cite, text } from './dated'

const hex = z.string().regex(/^#[0-9a-f]{6}$/i, 'phải là mã màu dạng #rrggbb, ví dụ #b3001b')
const drawing = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.(svg|png)$/, 'phải là tệp .svg hoặc .png trong thư mục của tỉnh')

export const brand = z.strictObject({
  app: text.describe('Tên ứng dụng hiện trên điện thoại'),
  shortName: text.max(24, 'tên ngắn không quá 24 ký tự'),
  emblem: drawing,
  ground: drawing,
  colours: z.strictObject({ primary: hex, accent: hex }),
  cite: cite.optional(),
})
export type Brand = z.output<typeof brand>
