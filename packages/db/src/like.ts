/** A LIKE pattern that finds a text anywhere, taking what was typed letter by letter. */
export const containing = (typed: string): string => `%${typed.replace(/[%_\\]/g, '\\$&')}%`
