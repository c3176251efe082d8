import { useText } from '@sotay/i18n'
import { themes } from './appearance'
import { AppearanceChoice, type AppearanceControlProps } from './appearance-choice'

export function ThemeControl(props: AppearanceControlProps) {
  const t = useText('ui')
  const options = themes.map((value) => {
    const label = t(`theme.${value}`)
    return { value, label, face: label }
  })
  return <AppearanceChoice {...props} name="theme" legend={t('theme.title')} options={options} />
}
