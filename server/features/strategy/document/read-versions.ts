import type { Actor } from '#server/kernel/actor.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findVersion } from './find-version.ts'
import { readerOf } from './read-document.ts'
import { showContent } from './show-content.ts'
import { hashOfContent, showVersion, snapshotOf } from './show-version.ts'
import { selectVersions } from './store-versions.ts'

/** Every version, newest first. */
export function listVersions({ kernel }: StrategyNeeds, actor: Actor) {
  return kernel.database.inOrganisation(actor.organisationId, async (db) => ({
    items: (await selectVersions(db, actor.organisationId)).map((row) => showVersion(row, actor)),
  }))
}

/** What one version says, in a language. */
export function readVersion({ kernel }: StrategyNeeds, actor: Actor, { number, language }: DocumentInput<'version'>) {
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const row = await findVersion(db, actor.organisationId, number)
    return {
      ...showVersion(row, actor),
      intact: hashOfContent(row.content) === row.hash,
      content: showContent(snapshotOf(row), readerOf(actor, language)),
    }
  })
}
