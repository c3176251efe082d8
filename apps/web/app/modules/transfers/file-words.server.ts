import { plainValue } from '@sotay/domain/dossiers'
import type { ReadTransfer } from '@sotay/domain/transfers'
import { texts } from '../../shell/texts.server'

/** The file that came along in words: what holds a sensitive value says only that it does. */
export const fileWords = (file: ReadTransfer['file']) =>
  file.map(({ key, fields }) => ({
    title: texts.t(`dossiers:sections.${key}`),
    lines: fields.map((field) => ({
      label: texts.t(`dossiers:fields.${field.key}`),
      value: field.masked ? null : plainValue(field, field.value),
    })),
  }))
export type FileWords = ReturnType<typeof fileWords>
