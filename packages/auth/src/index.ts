export { clearCookie, endSession, type OpenSession, readSession, startSession } from './sessions'
