export { type TestClock, testClock } from './clock'
export { testConfiguration } from './configuration'
export { createTestTenant, type TestTenant, testOperations } from './create-test-tenant'
export { type OwnInstallation, ownInstallation } from './own-installation'
