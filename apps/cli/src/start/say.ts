/** A line about the start, for the person who watches it. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`)
