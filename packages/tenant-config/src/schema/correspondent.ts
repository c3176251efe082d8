import * as z from 'zod'

/** Who owes, sends or receives something, as the regulations name them. */
export type Correspondent =
  | { kind: 'each'; level: string; under?: string }
  | { kind: 'agency'; agency: string }
  | { kind: (typeof fixedCorrespondents)[number] }

const fixedCorrespondents = [
  'steering',
  'steering-members',
  'steering-chair',
  'standing-deputy-chair',
  'standing-agency',
  'support-team',
  'editorial-board',
  'standing-committee',
  'standing-board',
  'secretariat',
  'organisations-concerned',
  'steering-above',
] as const

const forms = ['each <cấp>', 'each <cấp> under <cấp>', 'agency:<cơ quan>', ...fixedCorrespondents]

const phrase = z.string().meta({ description: `Ai: ${forms.join(' | ')}` })

/** `each district` · `each cell under district` · `agency:propaganda` · `steering-members` … */
export const correspondent = phrase.transform((written, ctx): Correspondent => {
  const each = /^each ([a-z0-9_-]+)(?: under ([a-z0-9_-]+))?$/.exec(written)
  if (each?.[1]) return each[2] ? { kind: 'each', level: each[1], under: each[2] } : { kind: 'each', level: each[1] }
  const agency = /^agency:([a-z0-9_-]+)$/.exec(written)
  if (agency?.[1]) return { kind: 'agency', agency: agency[1] }
  const fixed = fixedCorrespondents.find((kind) => kind === written)
  if (fixed) return { kind: fixed }
  ctx.addIssue({
    code: 'custom',
    message: `không biết “${written.slice(0, 60)}” là ai`,
    params: { allowed: forms },
    input: written,
  })
  return z.NEVER
})
