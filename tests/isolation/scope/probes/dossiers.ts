import {
  approveFileRequest,
  listFileChanges,
  listFileRequests,
  openPhoto,
  printMemberForm,
  readDossier,
  readFileRequest,
  readOwnDossier,
  requestFileChange,
  returnFileRequest,
  reviseDossier,
  savePhoto,
  verifyDossier,
} from '@sotay/domain/dossiers'
import { typedOver } from '@sotay/domain/dossiers/factory'
import { ownProbe, type Probe, probe } from '../probe'
import { fileRequest, someone, withFile } from './things'

const picture = () => new File([Buffer.from(PIXEL, 'base64')], 'anh.png')
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const dossiers: Probe[] = [
  ownProbe('dossiers.own', 'readOwnDossier', (ctx) => readOwnDossier(ctx)),
  ownProbe('dossiers.own', 'printMemberForm', (ctx) => printMemberForm(ctx, { format: 'docx' })),
  ownProbe('dossiers.own', 'requestFileChange', async (ctx) =>
    requestFileChange(ctx, { ...(await typedOver(ctx, ctx.actor.memberId, { birthPlace: 'Quê' })), send: true }),
  ),
  probe('dossiers.read', 'readDossier', withFile, (ctx, memberId) => readDossier(ctx, { memberId })),
  probe('dossiers.read', 'listFileChanges', withFile, (ctx, memberId) => listFileChanges(ctx, { memberId })),
  probe('dossiers.read', 'openPhoto', withFile, (ctx, memberId) => openPhoto(ctx, { memberId })),
  probe('dossiers.read', 'printMemberForm', withFile, (ctx, memberId) =>
    printMemberForm(ctx, { memberId, format: 'docx' }),
  ),
  probe('dossiers.readSensitive', 'readDossier revealed', withFile, (ctx, memberId) =>
    readDossier(ctx, { memberId, reveal: true }),
  ),
  probe('dossiers.readSensitive', 'reviseDossier of a sensitive field', withFile, async (ctx, memberId) =>
    reviseDossier(ctx, { memberId, ...(await typedOver(ctx, memberId, { health: 'Khác' })) }),
  ),
  probe('dossiers.keep', 'reviseDossier', withFile, async (ctx, memberId) =>
    reviseDossier(ctx, { memberId, ...(await typedOver(ctx, memberId, { birthPlace: 'Khác' })) }),
  ),
  probe('dossiers.keep', 'savePhoto', someone, (ctx, memberId) => savePhoto(ctx, { memberId, file: picture() })),
  probe('dossiers.decide', 'listFileRequests', fileRequest, async (ctx, requestId) =>
    (await listFileRequests(ctx, { reach: 'all' })).requests.some((entry) => entry.requestId === requestId),
  ),
  probe('dossiers.decide', 'readFileRequest', fileRequest, (ctx, requestId) => readFileRequest(ctx, { requestId })),
  probe('dossiers.decide', 'approveFileRequest', fileRequest, (ctx, requestId) =>
    approveFileRequest(ctx, { requestId, revision: 1 }),
  ),
  probe('dossiers.decide', 'returnFileRequest', fileRequest, (ctx, requestId) =>
    returnFileRequest(ctx, { requestId, revision: 1, reason: 'Chưa đủ giấy tờ' }),
  ),
  probe('dossiers.decide', 'verifyDossier', withFile, (ctx, memberId) => verifyDossier(ctx, { memberId, revision: 1 })),
]
