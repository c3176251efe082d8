import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(`quan-tri/${path}`, `modules/authority/${file}.tsx`)
const file = (path: string, name: string) => route(`quan-tri/${path}`, `modules/authority/${name}.ts`)

export const authority = [
  page('phan-quyen', 'grants'),
  page('phan-quyen/moi', 'new-grant'),
  page('phan-quyen/de-nghi', 'proposals'),
  page('phan-quyen/:grantId', 'grant'),
  file('phan-quyen/quyet-dinh/:grantId', 'grant-scan'),
  page('vi-tri', 'seats'),
  page('vi-tri/moi', 'new-seat'),
  page('vi-tri/:seatId', 'seat'),
  file('vi-tri/bien-ban/:custodyId', 'handover-record'),
  file('vi-tri/quyet-dinh/:custodyId', 'decision-scan'),
  page('nhom', 'groups'),
  page('nhom/moi', 'new-group'),
  page('nhom/:groupId', 'group'),
  page('uy-quyen', 'delegations'),
  page('ai-lam-gi', 'who-can-do'),
]
