import { createI18n } from '@sotay/i18n'
import { vi } from './locale-vi'

/** The site's texts on the server, made once. */
export const texts = createI18n({ locale: 'vi', resources: vi })
