import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/dossiers/${file}.tsx`)
const OWN = 'toi/ho-so'
const OFFICER = 'dang-vien/:memberId/ho-so'

// One file answers for each kind of paper, one's own and another's; each address needs an id of its own.
const forms = [OWN, OFFICER].flatMap((place) =>
  ['pdf', 'docx'].map((format) =>
    route(`${place}/phieu.${format}`, 'modules/dossiers/member-form.ts', {
      id: `${place === OWN ? 'own' : 'officer'}-form-${format}`,
    }),
  ),
)

export const dossiers = [
  page(OWN, 'own-file'),
  page(`${OWN}/sua`, 'own-section'),
  page(`${OWN}/anh`, 'own-photo'),
  page(`${OWN}/lich-su`, 'own-history'),
  page('dang-vien/ho-so/de-nghi', 'request-queue'),
  page('dang-vien/ho-so/de-nghi/:requestId', 'file-request'),
  page(OFFICER, 'officer-file'),
  page(`${OFFICER}/sua`, 'officer-section'),
  page(`${OFFICER}/anh`, 'officer-photo'),
  page(`${OFFICER}/lich-su`, 'officer-history'),
  route(`${OFFICER}/anh.jpg`, 'modules/dossiers/photo-file.ts'),
  ...forms,
]
