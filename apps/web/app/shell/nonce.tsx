export { useNonce } from '@sotay/ui/nonce'
