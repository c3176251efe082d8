export { addMember, type Member } from './add-member'
export { members } from './module'
export { member } from './schema'
