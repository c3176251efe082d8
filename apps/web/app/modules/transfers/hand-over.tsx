import type { TransferDetails } from '@sotay/domain/transfers'
import type { FormReply } from '@sotay/ui'
import { Button, ButtonLink, Card, FileInput, posted, TextInput } from '@sotay/ui'
import { transferAddress } from './addresses'
import { useText } from './texts'

interface HandOverProps {
  transfer: TransferDetails
  partnerName: string | null
  reply: FormReply | undefined
}

/** What goes between two provinces: the file out, its receipt back, or the officer's word. */
export function HandOver({ transfer: { id, kind, status, acts, partner }, partnerName, reply }: HandOverProps) {
  const t = useText()
  if (kind === 'in') {
    if (status === 'confirmed') return null
    return <ButtonLink href={`${transferAddress(id)}/bien-nhan.json`}>{t('page.receiptDownload')}</ButtonLink>
  }
  if (!acts.includes('close')) return null
  const { defaultValue: _, ...file } = posted(reply, 'receipt')
  return (
    <>
      {partner ? (
        <>
          <Card title={t('page.fileOutTitle')}>
            <p>{t('page.fileOutWhat', { partner: partnerName })}</p>
            <p>{t('page.fileOutSealed', { partner: partnerName })}</p>
            <ButtonLink href={`${transferAddress(id)}/tep.json`} tone="primary">
              {t('page.fileOut')}
            </ButtonLink>
          </Card>
          <Card title={t('page.receiptTitle')}>
            <form method="post" encType="multipart/form-data" noValidate>
              <p>{t('page.receiptWhat')}</p>
              <FileInput {...file} label={t('page.receiptFile')} accept=".json,application/json" />
              <Button name="act" value="receipt" tone="secondary">
                {t('page.receiptSend')}
              </Button>
            </form>
          </Card>
        </>
      ) : null}
      <Card title={t('page.closeTitle')}>
        <form method="post" noValidate>
          <p>{t('page.closeWhat')}</p>
          <TextInput {...posted(reply, 'on')} type="date" label={t('page.closeOn')} width={12} />
          <Button name="act" value="close" tone="secondary">
            {t('page.close')}
          </Button>
        </form>
      </Card>
    </>
  )
}
