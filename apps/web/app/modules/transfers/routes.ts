import { route } from '@remix-run/route-config'

const at = (path: string, file: string) => route(path, `modules/transfers/${file}`)
const queue = 'dang-vien/chuyen-sinh-hoat'

export const transfers = [
  at('toi/chuyen-sinh-hoat', 'own-transfer.tsx'),
  at(queue, 'transfer-queue.tsx'),
  at(`${queue}/moi`, 'new-transfer.tsx'),
  at(`${queue}/nhan`, 'receive-transfer.tsx'),
  at(`${queue}/:transferId`, 'transfer-page.tsx'),
  at(`${queue}/:transferId/giay-gioi-thieu.pdf`, 'letter-pdf.ts'),
  at(`${queue}/:transferId/giay-gioi-thieu.docx`, 'letter-word.ts'),
  at(`${queue}/:transferId/tep.json`, 'handed-file.ts'),
  at(`${queue}/:transferId/bien-nhan.json`, 'receipt-file.ts'),
  at('dang-vien/:memberId/chuyen', 'ask-for-member.ts'),
]
