/** What a form's post answers when it was refused: as typed, with what is wrong. */
export interface FormReply {
  values: Record<string, string>
  /** Sentence by field name; the empty name is the whole form's. */
  errors: Record<string, string>
  /** Why the act was refused, when no field is at fault. */
  message?: string
}

/** The attributes of a field that was posted before: what was typed, and what is wrong with it. */
export const posted = (reply: FormReply | undefined, name: string, initial?: string) => ({
  name,
  defaultValue: reply?.values[name] ?? initial,
  error: reply?.errors[name],
})

/** A reply's errors as links to their fields. */
export const errorLinks = (reply: FormReply | undefined) => [
  ...(reply?.message ? [{ message: reply.message }] : []),
  ...Object.entries(reply?.errors ?? {}).map(([name, message]) => (name ? { id: name, message } : { message })),
]
