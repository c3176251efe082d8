import { localesVi } from '@sotay/domain/locales'
import { createI18n } from '@sotay/i18n'
import { vi } from './locale-vi'

/** The site's texts on the server, every module's among them, made once. */
export const texts = createI18n({ locale: 'vi', resources: { ...vi, ...localesVi } })
