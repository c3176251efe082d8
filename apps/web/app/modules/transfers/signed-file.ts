import { FILE_CHARACTERS } from '@sotay/domain/transfers/inputs'
import { z } from 'zod'

/** A signed file as a form sends it; what is in it is the verb's to judge. */
export const signedFile = z.file({ error: 'transfers.file-needed' }).max(FILE_CHARACTERS, 'transfers.file-broken')
