/** The command cannot do what it was asked: one sentence with what to do, exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The command was not called the way it is meant to be: exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
