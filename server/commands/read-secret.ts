import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import type { Surroundings } from './surroundings.ts'

const MOST_CHARACTERS = 4096

/**
 * A secret from the person at the terminal, who types it twice and does not see it, or the first line of what is piped in.
 * Throws CannotStart where the two differ or nothing comes.
 */
export async function readSecret(surroundings: Surroundings, question: string): Promise<string> {
  if (surroundings.input.isTTY !== true) return firstLine(surroundings.input)
  const first = await askHidden(surroundings, question)
  const second = await askHidden(surroundings, 'Once more:')
  if (first !== second) throw new CannotStart('The two are not the same. Nothing was changed.')
  return first
}

async function firstLine(input: Surroundings['input']): Promise<string> {
  let text = ''
  for await (const piece of input) {
    text += String(piece)
    if (text.includes('\n') || text.length > MOST_CHARACTERS) break
  }
  const line = text.split(/\r?\n/)[0] ?? ''
  if (line === '')
    throw new CannotStart('Nothing came on standard input. Pipe the password in, or run this at a terminal.')
  return line
}

function askHidden(surroundings: Surroundings, question: string): Promise<string> {
  surroundings.say(question)
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
  const reader = createInterface({ input: surroundings.input, output: nowhere, terminal: true })
  return new Promise<string>((resolve, reject) => {
    reader.once('line', resolve)
    reader.once('close', () => reject(new CannotStart('Broken off. Nothing was changed.')))
  }).finally(() => reader.close())
}
