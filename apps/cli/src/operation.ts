import type { OperationsContext } from '@sotay/operations'
import { type ArgsDef, type CommandDef, defineCommand, type ParsedArgs } from 'citty'
import { connect } from './connect'
import { explainError } from './explain-error'
import { openTerminal, type Terminal } from './terminal'

const shared = {
  json: { type: 'boolean', description: 'Kết quả là một tài liệu JSON trên đầu ra chuẩn', default: false },
  yes: { type: 'boolean', description: 'Không hỏi lại', default: false },
} as const satisfies ArgsDef

interface Operation<Args extends ArgsDef, Result> {
  name: string
  description: string
  args?: Args
  /** Shows what would be done and changes nothing, where the command writes. */
  dryRun?: true
  run(given: {
    ctx: OperationsContext
    args: ParsedArgs<Args & typeof shared> & { dryRun: boolean }
    terminal: Terminal
  }): Promise<Result>
  /** The result for people. */
  show(result: Result): string[]
  /** 1 when the result says that something is wrong. */
  exit?(result: Result): 0 | 1
}

/** A command that runs one of the vendor's operations. */
export function operation<const Args extends ArgsDef, Result>(given: Operation<Args, Result>): CommandDef {
  const dryRun = given.dryRun
    ? { 'dry-run': { type: 'boolean', description: 'Chỉ cho biết sẽ làm gì', default: false } }
    : {}
  return defineCommand({
    meta: { name: given.name, description: given.description },
    args: { ...given.args, ...dryRun, ...shared } as ArgsDef,
    async run({ args }) {
      const terminal = openTerminal(args.json === true)
      let ctx: OperationsContext | undefined
      try {
        ctx = await connect()
        const result = await given.run({ ctx, args: { ...args, dryRun: args['dry-run'] === true } as never, terminal })
        if (terminal.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
        else for (const line of given.show(result)) terminal.line(line)
        process.exitCode = given.exit?.(result) ?? 0
      } catch (error) {
        const { code, message, exit } = explainError(error)
        if (terminal.json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
        terminal.note(message)
        if (code === 'unexpected' && process.env.SOTAY_TRACE) console.error(error)
        process.exitCode = exit
      } finally {
        await ctx?.close().catch(() => undefined)
      }
    },
  })
}
