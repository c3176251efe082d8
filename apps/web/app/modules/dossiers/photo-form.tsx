import type { FormReply } from '@sotay/ui'
import { Button, FileInput } from '@sotay/ui'
import { useText } from './texts'

export function PhotoForm({ reply }: { reply: FormReply | undefined }) {
  const t = useText()
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
