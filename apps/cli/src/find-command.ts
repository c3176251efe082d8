import type { ArgsDef, CommandDef } from 'citty'

export interface Found {
  command: CommandDef
  parent?: CommandDef
  /** The word that names no command or option. */
  unknown?: string
  wantsHelp: boolean
}

/** Walks from the root to the command that was called, and looks for words that mean nothing to it. */
export function findCommand(root: CommandDef, rawArgs: readonly string[]): Found {
  let command = root
  let parent: CommandDef | undefined
  let rest = [...rawArgs]
  const wantsHelp = rest.some((word) => word === '--help' || word === '-h')
  while (command.subCommands) {
    const at = rest.findIndex((word) => !word.startsWith('-'))
    if (at < 0) return { command, parent, wantsHelp, unknown: wantsHelp ? undefined : rest[0] }
    const name = rest[at]!
    const next = (command.subCommands as Record<string, CommandDef>)[name]
    if (!next) return { command, parent, wantsHelp, unknown: name }
    parent = command
    command = next
    rest = [...rest.slice(0, at), ...rest.slice(at + 1)]
  }
  return { command, parent, wantsHelp, unknown: strangeWord(command.args as ArgsDef, rest) }
}

function strangeWord(args: ArgsDef = {}, words: readonly string[]): string | undefined {
  const named = Object.entries(args).filter(([, definition]) => definition.type !== 'positional')
  const places = Object.keys(args).length - named.length
  let positions = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!word.startsWith('-')) {
      if (++positions > places) return word
      continue
    }
    const name = word.replace(/^--?(no-)?/, '').split('=')[0]!
    const definition = named.find(([key]) => key === name)?.[1]
    if (!definition && name !== 'help' && name !== 'h') return word
    if (definition?.type === 'string' && !word.includes('=')) at++
  }
  return undefined
}
