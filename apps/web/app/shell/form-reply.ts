export { errorLinks, type FormReply, posted } from '@sotay/ui'
