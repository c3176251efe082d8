import type { TextMessage, TextSender } from './text-sender'

/** Keeps one message. @returns false when its key was there already */
export type RecordMessage = (message: TextMessage & { channel: 'sms' }) => Promise<boolean>

/** A demonstration's sender: nothing leaves the machine, messages are kept to be read there. */
export const demoOutbox = (record: RecordMessage): TextSender => ({
  async send(message) {
    await record({ ...message, channel: 'sms' })
  },
})
