import { useText } from '@sotay/i18n'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { useState } from 'react'
import { Field, fieldAria } from './field'
import type { TextInputProps } from './text-input'

/** `autoComplete` is required: `current-password` or `new-password`, so that password managers help. */
export interface PasswordInputProps extends Omit<TextInputProps, 'type' | 'width'> {
  autoComplete: 'current-password' | 'new-password'
}

export function PasswordInput({ label, hint, error, optional, className = '', ...input }: PasswordInputProps) {
  const t = useText('ui')
  const [shown, show] = useState(false)
  const id = input.id ?? input.name
  const Icon = shown ? EyeOff : Eye
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="password">
        <input
          {...input}
          type={shown ? 'text' : 'password'}
          className={`input ${className}`.trim()}
          autoCapitalize="none"
          spellCheck={false}
          {...fieldAria({ id, hint, error })}
        />
        <button type="button" className="button secondary needs-js" aria-controls={id} onClick={() => show(!shown)}>
          <Icon className="icon" />
          {t(shown ? 'hidePassword' : 'showPassword')}
        </button>
      </div>
    </Field>
  )
}
