import { Card } from '@sotay/ui'
import { useText } from './texts'

export interface PortraitProps {
  memberId: string
  name: string
  /** The picture's own key: a new picture is a new address. */
  photoKey: string | null
  changeHref?: string
}

export function Portrait({ memberId, name, photoKey, changeHref }: PortraitProps) {
  const t = useText()
  const version = photoKey?.split('/').at(-1)?.slice(0, 8)
  return (
    <Card title={t('own.photo')} action={changeHref ? <a href={changeHref}>{t('own.changePhoto')}</a> : null}>
      {photoKey ? (
        <img
          src={`/dang-vien/${memberId}/ho-so/anh.jpg?v=${version}`}
          alt={t('own.photoOf', { name })}
          width={120}
          height={160}
        />
      ) : (
        <p className="hint">{t('own.noPhoto')}</p>
      )}
    </Card>
  )
}
