import { useText } from '@sotay/i18n'
import { textSizes } from './appearance'
import { AppearanceChoice, type AppearanceControlProps } from './appearance-choice'

export function TextSizeControl(props: AppearanceControlProps) {
  const t = useText('ui')
  const options = textSizes.map((value) => ({
    value,
    label: t('textSizeValue', { size: value }),
    face: <span className={`size-${value}`}>A</span>,
  }))
  return <AppearanceChoice {...props} name="textSize" legend={t('textSize')} options={options} />
}
