import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds migrations, catalogues and the built web, whether run from source or from the bundle. */
export function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'server', 'migrations'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The folder server/migrations is missing: the installation is not complete.')
    folder = above
  }
  return folder
}
