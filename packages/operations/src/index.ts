export { type OperationsContext, openOperations, provinceLine } from './context'
export { type CreatedTenant, type CreationParts, createTenant } from './create-tenant'
export { preparePlatformOnce } from './prepare-platform'
