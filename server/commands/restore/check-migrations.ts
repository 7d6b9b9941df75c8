import { CannotStart } from '#server/kernel/cannot-start.ts'
import { readMigrations } from '#server/kernel/database/migrate.ts'
import type { Head } from '../archive/format.ts'

/**
 * The name of the archive's last migration, after making sure that this version knows all of them as they are there. Throws
 * CannotStart for an archive of a newer Tutti, or of one with other migrations.
 */
export async function checkMigrations({ migrations, tutti }: Head): Promise<string> {
  const known = new Map((await readMigrations()).map((migration) => [migration.name, migration.hash]))
  const unknown = migrations.find(({ name }) => !known.has(name))
  if (unknown !== undefined) {
    throw new CannotStart(
      `The back-up was made by a newer Tutti (${tutti}, with ${unknown.name}). Install that version, then restore it. Nothing was changed.`,
    )
  }
  const last = migrations.at(-1)?.name ?? ''
  const changed = migrations.find(({ name, hash }) => known.get(name) !== hash)
  const skipped = [...known.keys()].find((name) => name <= last && !migrations.some((applied) => applied.name === name))
  const other = changed?.name ?? skipped
  if (other === undefined) return last
  throw new CannotStart(
    `The back-up was made by a Tutti with another ${other} than this one has. Restore it with the version that made it (${tutti}). Nothing was changed.`,
  )
}
