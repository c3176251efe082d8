import type { OfficerDossier, ShownField } from '@sotay/domain/dossiers'

/** Whether this officer may revise a field of the file at once. */
export const mayChange = (may: OfficerDossier['may'], { keptBy, sensitive }: ShownField): boolean =>
  (keptBy === 'cell' ? may.keep : may.keepForMember) && (!sensitive || may.seeSensitive)
