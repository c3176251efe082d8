import type { TextSender } from './text-sender'

/** An installation without a gateway for texts: each message fails visibly, none is taken for sent. */
export const noGateway: TextSender = {
  async send() {
    throw new Error('no gateway for text messages is configured')
  },
}
