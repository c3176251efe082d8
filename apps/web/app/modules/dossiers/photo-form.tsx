import { useText } from '@sotay/i18n'
import type { FormReply } from '@sotay/ui'
import { Button, FileInput } from '@sotay/ui'

export function PhotoForm({ reply }: { reply: FormReply | undefined }) {
  const t = useText('dossiers')
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <FileInput
        name="file"
        label={t('photo.file')}
        hint={t('photo.hint')}
        accept="image/jpeg,image/png,image/webp"
        error={reply?.errors.file}
        required
      />
      <Button>{t('photo.do')}</Button>
    </form>
  )
}
