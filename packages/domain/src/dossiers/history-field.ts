const PREFIX = 'dossier.'

/** A file's field as the member's history names it, apart from the fields of the roster's line. */
export const historyField = (key: string): string => PREFIX + key

export const fromHistoryField = (name: string): string => name.slice(PREFIX.length)

/** SQL pattern of every field of the file. */
export const HISTORY_PATTERN = `${PREFIX}%`
