import * as z from 'zod'
import { correspondent } from './correspondent'
import { dated, text } from './dated'
import { duration } from './duration'

export const petitions = z.strictObject({
  receivedBy: correspondent,
  routedTo: z.array(correspondent).nonempty(),
  replyWithin: duration.optional(),
  ...dated,
})
export type Petitions = z.output<typeof petitions>

export const documents = z.strictObject({
  refusedMarkings: z.array(text).nonempty().describe('Dấu mật: tệp mang dấu này bị từ chối trước khi lưu'),
  ...dated,
})
export type Documents = z.output<typeof documents>
