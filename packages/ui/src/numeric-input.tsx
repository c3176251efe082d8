import { TextInput, type TextInputProps } from './text-input'

/** Digits typed on a numeric keypad. Never type=number: it drops leading zeros and turns with the wheel. */
export function NumericInput(props: TextInputProps) {
  return <TextInput inputMode="numeric" autoComplete="off" {...props} />
}
