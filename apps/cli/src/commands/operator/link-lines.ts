import type { OperationsContext } from '@sotay/operations'
import type { OperatorLink } from '@sotay/operations/operators'

/** A link as the address of this machine's console. */
export const addressed = ({ settings }: OperationsContext, { token, expiresAt }: OperatorLink) => ({
  link: `http://ops.localhost:${settings.consolePort}/loi-moi/${token}`,
  expiresAt,
})

/** @param whose what the link is for */
export const linkLines = (whose: string, { link, expiresAt }: ReturnType<typeof addressed>) => [
  `${whose} Gửi đường dẫn dưới đây tận tay; chỉ hiện lần này, dùng được một lần, đến ${expiresAt.toISOString()}:`,
  `  ${link}`,
]
