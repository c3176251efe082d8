import words from '@sotay/domain/settings/locales/vi.json'
import { moduleText } from '@sotay/i18n'

/** The words of this module's pages. */
export const useText = moduleText('settings', words)
