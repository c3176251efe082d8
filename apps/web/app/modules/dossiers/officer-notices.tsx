import type { OfficerDossier } from '@sotay/domain/dossiers'
import { Button, ButtonLink, Notice } from '@sotay/ui'
import { useText } from './texts'

/** How far the file can be relied on, and what of it is hidden. */
export function OfficerNotices({ file }: { file: OfficerDossier }) {
  const { person, verifiedAt, revealed, revision, may, sections } = file
  const t = useText()
  const hidden = sections.some(({ fields }) => fields.some(({ masked }) => masked))
  return (
    <>
      {person.leftOn ? <Notice tone="warning" title={t('officer.left')} /> : null}
      {verifiedAt ? (
        <Notice tone="success" title={t('own.verified')} />
      ) : (
        <Notice title={t('own.notVerified')}>
          {may.verify && revision > 0 ? (
            <form method="post">
              <p>{t('officer.verifyMore')}</p>
              <Button name="revision" value={revision}>
                {t('officer.verify')}
              </Button>
            </form>
          ) : null}
        </Notice>
      )}
      {hidden ? (
        <Notice title={t('officer.revealMore')}>
          {may.seeSensitive ? <ButtonLink href="?xem=1">{t('officer.reveal')}</ButtonLink> : null}
        </Notice>
      ) : null}
      {revealed ? (
        <Notice tone="warning" title={t('officer.revealed')}>
          <ButtonLink href="?">{t('officer.hide')}</ButtonLink>
        </Notice>
      ) : null}
    </>
  )
}
