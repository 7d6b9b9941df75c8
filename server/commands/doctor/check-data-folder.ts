import { stat, statfs } from 'node:fs/promises'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import type { Config } from '#server/kernel/config.ts'
import { bytesInWords } from '../amounts.ts'
import { keyFileOf, readKeyFile } from '../key/replace-key-file.ts'
import { note, ok, problem, type Finding } from './finding.ts'

const LOW_BYTES = 1_000_000_000
const FULL_BYTES = 200_000_000

/** The data folder, the key in it and the room on its disk. Changes nothing. */
export async function checkDataFolder(config: Config): Promise<Finding[]> {
  return [await checkFolder(config.dataFolder), await checkKey(config), await checkSpace(config.dataFolder)]
}

async function checkFolder(folder: string): Promise<Finding> {
  const about = 'Data folder'
  const found = await stat(folder).catch(() => null)
  if (found === null)
    return problem(about, `${folder} is not there. Start Tutti once, or name the right folder with TUTTI_DATA.`)
  const mode = found.mode & 0o777
  const put = `Close it with: chmod g-rw,o-rwx ${folder}`
  // Going through is open to the group where the database runs as another account.
  if (process.platform === 'win32' || (mode & 0o067) === 0) return ok(about, `${folder} is closed to other accounts.`)
  if ((mode & 0o022) !== 0)
    return problem(about, `Other accounts may put files into ${folder} (mode ${mode.toString(8)}). ${put}`)
  return note(
    about,
    `Other accounts may see the names in ${folder} (mode ${mode.toString(8)}), not the contents. ${put}`,
  )
}

async function checkKey(config: Config): Promise<Finding> {
  const about = 'Installation key'
  if (config.installationKey !== null) return ok(about, 'It is given in TUTTI_KEY.')
  const file = keyFileOf(config.dataFolder)
  if ((await stat(`${file}.new`).catch(() => null)) !== null)
    return problem(
      about,
      `A change of the key was cut short (${file}.new is there). Stop the server and run tutti rotate-key again.`,
    )
  try {
    if ((await readKeyFile(config.dataFolder)) === null)
      return problem(
        about,
        `${file} is missing. Put it back from your back-up; where nothing was sealed yet, the next start makes it.`,
      )
    return ok(about, `${file} is closed to other accounts. Keep a copy of it apart from the back-ups.`)
  } catch (error) {
    if (error instanceof CannotStart) return problem(about, error.message)
    throw error
  }
}

async function checkSpace(folder: string): Promise<Finding> {
  const about = 'Disk space'
  const found = await statfs(folder).catch(() => null)
  if (found === null) return note(about, 'It cannot be told.')
  const free = found.bavail * found.bsize
  const words = `${bytesInWords(free)} free where the data folder is.`
  if (free < FULL_BYTES) return problem(about, `${words} The database stops when nothing is left: make room.`)
  return free < LOW_BYTES ? note(about, `${words} Make room before it runs out.`) : ok(about, words)
}
