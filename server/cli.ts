import { Refusal } from '#contract/refusal.ts'
import { createProgram } from '#server/commands/program.ts'
import { interruptible } from '#server/commands/interruptible.ts'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { translate } from '#server/kernel/translate.ts'

/** The command line: arguments and environment in, words and an exit code out. */
const program = createProgram({
  env: process.env,
  print: (line) => console.log(line),
  say: (line) => console.error(line),
  input: process.stdin,
  interruptible,
})

try {
  await program.parseAsync(process.argv)
} catch (error) {
  // What a person can put right is told without a stack; anything else is a bug, and the stack helps to find it.
  if (error instanceof CannotStart) console.error(error.message)
  else if (error instanceof Refusal) console.error(translate('en', `refusal:${error.code}`, error.params))
  else console.error(error)
  process.exitCode = 1
}
