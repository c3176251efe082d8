export { demoOutbox, type RecordMessage } from './demo-outbox'
export { noGateway } from './no-gateway'
export type { TextMessage, TextSender } from './text-sender'
