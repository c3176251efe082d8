/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  json: boolean
  /** A line of the result for people; nothing with `--json`. */
  line(text: string): void
  /** A line about the work, never part of the result. */
  note(text: string): void
  /** How far long work is; rewritten in place on a terminal, told at each tenth elsewhere. */
  progress(label: string): (done: number, all: number) => void
}

export function openTerminal(json: boolean): Terminal {
  const interactive = process.stderr.isTTY === true
  return {
    json,
    line: (text) => void (json || process.stdout.write(`${text}\n`)),
    note: (text) => void process.stderr.write(`${text}\n`),
    progress(label) {
      let told = -1
      return (done, all) => {
        const tenth = all === 0 ? 10 : Math.floor((done / all) * 10)
        const text = `${label}: ${done.toLocaleString('vi')}/${all.toLocaleString('vi')}`
        if (interactive) process.stderr.write(`\r\x1b[K${text}${done >= all ? '\n' : ''}`)
        else if (tenth > told) process.stderr.write(`${text}\n`)
        told = tenth
      }
    },
  }
}
