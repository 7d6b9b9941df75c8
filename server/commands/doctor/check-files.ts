import { createHash } from 'node:crypto'
import { createFileStore } from '#server/kernel/files/store.ts'
import { count, progress } from '../amounts.ts'
import { ok, problem, type Finding } from './finding.ts'

const MOST_NAMED = 10

/** Reads every file that records name (`<organisation>/<name>`) and compares its content with its name, which is its SHA-256. */
export async function checkFiles(
  folder: string,
  referenced: ReadonlySet<string>,
  say: (line: string) => void,
): Promise<Finding> {
  const about = 'Files'
  const store = createFileStore(folder)
  const tell = progress(say)
  const missing: string[] = []
  const changed: string[] = []
  let done = 0
  for (const path of referenced) {
    const [organisation = '', name = ''] = path.split('/')
    const opened = await store.openStream(organisation, name)
    if (opened === null) missing.push(path)
    else if ((await sha256(opened.stream)) !== name) changed.push(path)
    done++
    tell(() => `${done} of ${count(referenced.size, 'file')} read`)
  }
  if (missing.length + changed.length === 0)
    return ok(about, `${count(referenced.size, 'file')} that records name: all there, all unchanged.`)
  const parts = [named('missing', missing), named('damaged', changed)].filter((part) => part !== '')
  return problem(
    about,
    `${parts.join('; ')}. Put them back into ${folder} from a back-up: posts with these pictures cannot be sent.`,
  )
}

async function sha256(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of content) hash.update(piece)
  return hash.digest('hex')
}

function named(what: string, paths: readonly string[]): string {
  if (paths.length === 0) return ''
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : ''
  return `${paths.length} ${what}: ${paths.slice(0, MOST_NAMED).join(', ')}${more}`
}
