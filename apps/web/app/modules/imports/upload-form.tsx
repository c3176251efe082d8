import { Button, FileInput, type FormReply, posted, Select, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface UploadFormProps {
  units: { value: string; label: string }[]
  search: string
  reply: FormReply | undefined
}

/** Which file, of which part of the tree. With more units than a list holds, a name narrows them first. */
export function UploadForm({ units, search, reply }: UploadFormProps) {
  const t = useText()
  const only = units.length === 1 && search === '' ? units[0]!.value : undefined
  return (
    <>
      {only ? null : (
        <form method="get">
          <TextInput
            name="tim"
            type="search"
            label={t('upload.find')}
            hint={t('upload.findHint')}
            defaultValue={search}
            width={20}
          />
          <Button tone="secondary">{t('upload.findButton')}</Button>
        </form>
      )}
      <form method="post" encType="multipart/form-data" noValidate>
        <Select
          {...posted(reply, 'unitId', only)}
          label={t('upload.unit')}
          hint={t('upload.unitHint')}
          placeholder={t('upload.unitPlaceholder')}
          options={units}
          required
        />
        <FileInput
          name="file"
          error={reply?.errors.file}
          label={t('upload.file')}
          hint={t('upload.fileHint')}
          accept=".xlsx,.csv,.txt"
          required
        />
        <Button>{t('upload.send')}</Button>
      </form>
    </>
  )
}
