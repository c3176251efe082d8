import { renderUsage, runCommand } from 'citty'
import { sotay } from './commands'
import { explainError } from './explain-error'
import { findCommand } from './find-command'

const rawArgs = process.argv.slice(2)

async function main() {
  const { command, parent, unknown, wantsHelp } = findCommand(sotay, rawArgs)
  if (wantsHelp || unknown !== undefined || !command.run) {
    const usage = await renderUsage(command, parent)
    const asked = wantsHelp || rawArgs.length === 0
    process[asked ? 'stdout' : 'stderr'].write(`${unknown ? `Không hiểu "${unknown}".\n\n` : ''}${usage}\n`)
    process.exitCode = asked ? 0 : 2
    return
  }
  await runCommand(sotay, { rawArgs })
}

// The driver throws outside any promise when the database vanishes in the middle of a statement.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${explainError(error).message}\n`)
  process.exit(1)
})

main().catch((error: unknown) => {
  const wrongUse = error instanceof Error && error.name === 'CLIError'
  const { message, exit } = explainError(error)
  process.stderr.write(`${wrongUse ? (error as Error).message : message}\n`)
  process.exitCode = wrongUse ? 2 : exit
})
