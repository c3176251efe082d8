import { describeCadence } from '@sotay/tenant-config'
import { DateTime, type FormReply } from '@sotay/ui'
import { useEffect, useState } from 'react'
import { type Asked, nextMoments } from './next-moments'
import { useText } from './texts'

export interface DueCalendar extends Asked {
  /** The inputs as saved. */
  saved: Record<string, string>
}

export interface DueDatesProps {
  due: DueCalendar
  reply: FormReply | undefined
  /** Id of the form that is being filled in. */
  form: string
}

/** The cadence read back as a sentence, with the next six moments; follows the form where scripts run. */
export function DueDates({ due, reply, form }: DueDatesProps) {
  const t = useText()
  const [inputs, setInputs] = useState(reply?.values ?? due.saved)
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    const read = () =>
      setInputs(Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)])))
    element.addEventListener('input', read)
    return () => element.removeEventListener('input', read)
  }, [form])
  const next = nextMoments(due, inputs)
  return (
    <section className="card" aria-live="polite">
      <h2>{t('due.title')}</h2>
      {next ? <p>{t('due.reads', { sentence: describeCadence(next.cadence) })}</p> : <p>{t('due.unread')}</p>}
      {next && next.moments.length === 0 ? <p>{t('due.none')}</p> : null}
      <ol>
        {next?.moments.map((moment) => (
          <li key={moment.getTime()}>
            <DateTime at={moment} show="day-time" />
          </li>
        ))}
      </ol>
    </section>
  )
}
