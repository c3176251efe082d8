import { useText } from '@sotay/i18n'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import OctagonX from 'lucide-react/icons/octagon-x'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: OctagonX }

export interface NoticeProps {
  tone?: keyof typeof icons
  /** Replaces the tone's own word (Thông tin, Đã xong, Lưu ý, Có lỗi). */
  title?: ReactNode
  children?: ReactNode
}

/** Icon, words and a border say what kind it is; colour only repeats it. */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  const t = useText('ui')
  const Icon = icons[tone]
  return (
    <div className={`notice ${tone}`}>
      <Icon className="icon" />
      <div>
        <strong>{title ?? t(`notice.${tone}`)}</strong>
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  )
}
