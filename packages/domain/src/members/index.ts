export { addMember, type Member } from './add-member'
export { members } from './module'
export { type Leaving, type MembershipStatus, member, memberChange, membership } from './schema'
