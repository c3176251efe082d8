import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/cards/${file}.tsx`)

export const cards = [
  page('toi/the', 'own-card'),
  page('dang-vien/the', 'case-list'),
  page('dang-vien/the/moi', 'record-case'),
  page('dang-vien/the/trung', 'shared-numbers'),
  route('dang-vien/the/in', 'modules/cards/print-cases.ts'),
  page('dang-vien/the/:caseId', 'card-case'),
]
