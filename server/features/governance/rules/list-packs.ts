import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readyPacks } from './ready/index.ts'
import { showPackSummary } from './show-pack.ts'
import { selectPacks } from './store.ts'

/** The organisation's packs, oldest first. */
export function listPacks(kernel: Kernel, { organisationId }: Actor, request: PageRequest) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) =>
    pageOf(
      await selectPacks(db, organisationId, { after, limit: request.limit }),
      request,
      (row) => [row.id],
      showPackSummary,
    ),
  )
}

/** The packs there are to begin with, each with the pack that was made from it, if any. */
export function listReadyPacks(kernel: Kernel, { organisationId, language }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const made = await db
      .selectFrom('governance_rule_packs')
      .select(['id', 'ready_key'])
      .where('organisation_id', '=', organisationId)
      .where('ready_key', 'is not', null)
      .where('removed_at', 'is', null)
      .orderBy('id')
      .execute()
    return {
      items: readyPacks(language).map(({ key, pack, rules }) => ({
        key,
        kind: pack.kind,
        title: pack.title,
        description: pack.description,
        countries: pack.countries,
        sources: pack.sources,
        rules: rules.length,
        packId: made.find((row) => row.ready_key === key)?.id ?? null,
      })),
    }
  })
}
