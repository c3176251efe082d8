import ui from '@sotay/ui/locales/vi.json'
import shell from './locales/vi.json'

/** The words that every page needs; a module's own come with its pages (`moduleText`). */
export const vi = { ui, shell }
