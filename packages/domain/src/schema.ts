/** Every table of a province, for migrations and for the tests that enumerate them. */
export * from '@sotay/kernel/schema'
export * from './accounts/schema'
export * from './members/schema'
export * from './news/schema'
export * from './organisation/schema'
