import type { AppLoadContext } from '@remix-run/node'
import type { OperatorLink } from '@sotay/operations/operators'
import type { ShownLink } from './link-shown'

/** A link as the console's own address. */
export const linkAddress = ({ arrival }: AppLoadContext, { token, expiresAt }: OperatorLink): { link: ShownLink } => ({
  link: { address: `${arrival.secure ? 'https' : 'http'}://${arrival.host}/loi-moi/${token}`, expiresAt },
})
