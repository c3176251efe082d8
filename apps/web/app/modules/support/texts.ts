import words from '@sotay/domain/support/locales/vi.json'
import { moduleText } from '@sotay/i18n'

/** The words of this module's pages. */
export const useText = moduleText('support', words)
