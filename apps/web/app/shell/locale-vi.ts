import { localesVi } from '@sotay/domain/locales'
import ui from '@sotay/ui/locales/vi.json'
import shell from './locales/vi.json'

/** Every text of the site: the shell's, the components', and each module's under its own key. */
export const vi = { ui, shell, ...localesVi }
