import { useText } from '@sotay/i18n'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import Ban from 'lucide-react/icons/ban'
import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock'
import Hourglass from 'lucide-react/icons/hourglass'
import PencilLine from 'lucide-react/icons/pencil-line'
import Undo2 from 'lucide-react/icons/undo-2'

const icons = {
  draft: PencilLine,
  pending: Hourglass,
  returned: Undo2,
  published: CircleCheck,
  dueSoon: Clock,
  overdue: AlarmClock,
  done: Check,
  withdrawn: Ban,
}

/** The one vocabulary of states of the whole system. */
export type Status = keyof typeof icons

/** @param words in place of the state's own, where the thing has words of its own for it */
export function StatusTag({ status, words }: { status: Status; words?: string }) {
  const t = useText('ui')
  const Icon = icons[status]
  return (
    <span className={`status ${status}`}>
      <Icon className="icon" />
      {words ?? t(`status.${status}`)}
    </span>
  )
}
