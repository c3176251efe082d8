export interface TextMessage {
  /** Under one key a text leaves once, however often it is asked for. */
  key: string
  tenantId: string
  /** Telephone number as kept on file. */
  to: string
  text: string
  /** The one-time code that the text holds, for a demonstration's reader. */
  code?: string
}

/** Where text messages go. */
export interface TextSender {
  /** @throws when it is not certain that the message was taken: the same key may be tried again */
  send(message: TextMessage): Promise<void>
}
