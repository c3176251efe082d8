import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/reorganisation/${file}.tsx`)

export const reorganisation = [
  page('to-chuc/thay-doi', 'changes'),
  page('to-chuc/thay-doi/moi', 'new-change'),
  page('to-chuc/thay-doi/:changeId', 'change'),
  page('to-chuc/bo-cap', 'abolish-level'),
  route('to-chuc/bo-cap/noi-nhan.xlsx', 'modules/reorganisation/homes-list.ts'),
]
