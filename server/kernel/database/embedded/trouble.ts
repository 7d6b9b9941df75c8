import { CannotStart } from '../../cannot-start.ts'

const known: readonly (readonly [RegExp, string])[] = [
  [
    /No space left on device|could not extend file|Disk quota exceeded/i,
    'The disk is full. Make room, then start again; nothing that was saved is lost.',
  ],
  [/Read-only file system/i, 'The disk cannot be written to. Choose a data folder on another with TUTTI_DATA.'],
  [
    /could not (create|resize|map) (shared memory|anonymous)|Cannot allocate memory|out of memory/i,
    'There is not enough memory for it. Stop other programs, or lower shared_buffers in its postgresql.conf.',
  ],
  [/invalid locale name/i, "The system lacks the locale C.UTF-8. Install the system's locales, or set DATABASE_URL."],
  [
    /Permission denied/i,
    'It may not read or write one of its own files. Give the files back to the account that it runs as.',
  ],
  [
    /incompatible with server|initialized by PostgreSQL version/i,
    'The data were written by another version of PostgreSQL.',
  ],
]

/** Turns what a program of PostgreSQL said before it gave up into an error whose message says what to do. */
export function explainFailure(program: string, output: string): CannotStart {
  const said = output.trim().split('\n').slice(-12).join('\n')
  const advice = known.find(([pattern]) => pattern.test(output))?.[1]
  const lead = advice ?? 'If the words below do not help, set DATABASE_URL to a PostgreSQL of your own.'
  return new CannotStart(`PostgreSQL could not start (${program}). ${lead}\nIt said:\n${said || '(nothing)'}`)
}
