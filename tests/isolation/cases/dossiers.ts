import { makeDossier, makeFileRequest, makePhoto } from '@sotay/domain/dossiers/factory'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const withFile = async ({ ctx, make }: PeopledProvince) => {
  const { id } = await make.member()
  await makeDossier(ctx, id, { birthPlace: 'Nơi sinh', health: 'Bình thường' })
  return id
}

const withPhoto = async ({ ctx, make }: PeopledProvince) => {
  const { id } = await make.member()
  await makePhoto(ctx, id)
  return id
}

const awaitingRequest = async ({ ctx, make }: PeopledProvince) => {
  const { id } = await make.member()
  return (await makeFileRequest(ctx, id, { birthPlace: 'Nơi khác' })).requestId
}

const opener = 'cell_secretary'

export const dossiers: RouteCases = {
  '/toi/ho-so': { who: 'signed-in' },
  '/toi/ho-so/sua': { who: 'signed-in' },
  '/toi/ho-so/anh': { who: 'signed-in' },
  '/toi/ho-so/lich-su': { who: 'signed-in' },
  '/toi/ho-so/phieu.pdf': { who: 'signed-in' },
  '/toi/ho-so/phieu.docx': { who: 'signed-in' },
  '/dang-vien/ho-so/de-nghi': { who: 'dossiers.decide' },
  '/dang-vien/ho-so/de-nghi/:requestId': { who: 'dossiers.decide', id: awaitingRequest, opener },
  '/dang-vien/:memberId/ho-so': { who: 'dossiers.read', id: withFile, opener },
  '/dang-vien/:memberId/ho-so/sua': { who: 'dossiers.keep', id: withFile, opener },
  '/dang-vien/:memberId/ho-so/anh': { who: 'dossiers.keep', id: withFile, opener },
  '/dang-vien/:memberId/ho-so/lich-su': { who: 'dossiers.read', id: withFile, opener },
  '/dang-vien/:memberId/ho-so/anh.jpg': { who: 'dossiers.read', id: withPhoto, opener },
  '/dang-vien/:memberId/ho-so/phieu.pdf': { who: 'dossiers.read', id: withFile, opener },
  '/dang-vien/:memberId/ho-so/phieu.docx': { who: 'dossiers.read', id: withFile, opener },
}
