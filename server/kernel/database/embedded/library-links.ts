import { readFile, symlink, lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Makes the links between library versions that an npm package cannot carry (its install script would, where install
 * scripts are allowed). `native` is the package's folder with `bin` and `lib`. Answers false where a missing link
 * could not be made because the folder is not ours to write.
 */
export async function makeLibraryLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => null)
  if (list === null) return true
  const made = await Promise.all(
    links.parse(JSON.parse(list)).map(async ({ source, target }) => {
      const path = join(dirname(native), target)
      try {
        await symlink(basename(source), path)
        return true
      } catch {
        return lstat(path).then(
          () => true,
          () => false,
        )
      }
    }),
  )
  return made.every(Boolean)
}
