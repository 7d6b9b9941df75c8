/**
 * Something that keeps the server from starting and that the person at the machine can put right. The message is whole
 * sentences that say what is wrong and what to do; it is printed as it stands, without a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
