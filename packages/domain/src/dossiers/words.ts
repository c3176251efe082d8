import texts from './locales/vi.json'

type Named = Record<string, string>

/** Words of papers that leave the site: these are written in Vietnamese whatever the reader's language. */
export const sectionWord = (key: string): string => (texts.sections as Named)[key] ?? key
export const fieldWord = (key: string): string => (texts.fields as Named)[key] ?? key
export const columnWord = (key: string): string => (texts.columns as Named)[key] ?? key
export const formWords = texts.form
export const exportWords = texts.export

/** DD/MM/YYYY of a day as it is kept. */
export const dayWord = (day: string): string => day.split('-').reverse().join('/')
