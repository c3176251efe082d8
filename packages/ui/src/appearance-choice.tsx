import { type FormEvent, type ReactNode, useState } from 'react'
import { type Appearance, appearanceAttributes, appearanceCookie, changeAppearance, readAppearance } from './appearance'

export interface AppearanceControlProps {
  /** Path that takes the choice when no script runs. */
  action: string
  /** What the device has chosen, as the server read it. */
  appearance: Appearance
}

interface Choice<K extends keyof Appearance> extends AppearanceControlProps {
  name: K
  legend: string
  options: { value: Appearance[K]; label: string; face: ReactNode }[]
}

function applyHere(form: FormData): Appearance {
  const chosen = changeAppearance(readAppearance(document.cookie), form)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from half the phones
  document.cookie = appearanceCookie(chosen, location.protocol === 'https:')
  for (const [name, value] of Object.entries(appearanceAttributes(chosen))) {
    if (value) document.documentElement.setAttribute(name, value)
    else document.documentElement.removeAttribute(name)
  }
  return chosen
}

/** A row of buttons that choose at once with a script, and by a form without. */
export function AppearanceChoice<K extends keyof Appearance>({ action, appearance, name, legend, options }: Choice<K>) {
  const [chosen, choose] = useState(appearance[name])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    choose(applyHere(new FormData(event.currentTarget, submitter))[name])
  }
  return (
    <form method="post" action={action} onSubmit={onSubmit}>
      <fieldset className="choice">
        <legend>{legend}</legend>
        {options.map(({ value, label, face }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            aria-label={label}
            aria-pressed={value === chosen}
          >
            {face}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
