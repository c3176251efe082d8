import { TextInput, type TextInputProps } from './text-input'

/** The one-time code, in one box: phones fill it in from the message by themselves. */
export function CodeInput({ className = '', ...props }: TextInputProps) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]*"
      maxLength={8}
      spellCheck={false}
      width={8}
      className={`code ${className}`.trim()}
      {...props}
    />
  )
}
