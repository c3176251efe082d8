import { confirm, isCancel, text } from '@clack/prompts'
import { Refused, WrongUse } from './refused'

const interactive = () => process.stdin.isTTY === true && process.stderr.isTTY === true

/** Asks for what a flag left out. @throws WrongUse without a terminal · Refused when the person leaves */
export async function askText(message: string, flag: string): Promise<string> {
  if (!interactive()) throw new WrongUse(`Thiếu --${flag}.`)
  const answer = await text({
    message,
    output: process.stderr,
    validate: (given) => (given?.trim() ? undefined : 'Không được để trống'),
  })
  if (isCancel(answer)) throw new Refused('Đã thôi.')
  return answer
}

/** Asks before what people notice; a script that runs without a terminal has made up its mind. */
export async function askConsent(message: string, yes: boolean): Promise<void> {
  if (yes || !interactive()) return
  const answer = await confirm({ message, output: process.stderr })
  if (isCancel(answer) || !answer) throw new Refused('Đã thôi.')
}
