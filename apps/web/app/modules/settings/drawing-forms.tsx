import { Button, Card, FileInput, type FormReply } from '@sotay/ui'
import { useText } from './texts'

export interface DrawingView {
  drawing: 'emblem' | 'ground'
  seen: string
  /** Address of the drawing as drafted. */
  src: string
}

/** The emblem and the ground as drafted, each with a form for another. */
export function DrawingForms({ drawings, reply }: { drawings: DrawingView[]; reply: FormReply | undefined }) {
  const t = useText()
  return (
    <Card title={t('drawings.title')}>
      <p className="hint">{t('drawings.lead')}</p>
      {drawings.map(({ drawing, seen, src }) => (
        <form method="post" encType="multipart/form-data" noValidate key={drawing}>
          <input type="hidden" name="drawing" value={drawing} />
          <input type="hidden" name="seen" value={seen} />
          <img src={src} alt={t(`drawings.now.${drawing}`)} width={96} height={96} />
          <FileInput
            name="file"
            id={`file-${drawing}`}
            label={t(`drawings.${drawing}`)}
            hint={t('drawings.hint')}
            accept=".svg,.png"
            error={reply?.values.drawing === drawing ? reply.errors.file : undefined}
          />
          <Button tone="secondary" name="act" value="draw" aria-label={t(`drawings.save.${drawing}`)}>
            {t('drawings.upload')}
          </Button>
        </form>
      ))}
    </Card>
  )
}
