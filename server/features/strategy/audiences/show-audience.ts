import { z } from 'zod'
import { PLACE_STRENGTHS, type Audience } from '#contract/audiences.ts'
import type { AudienceRow } from './store.ts'

export type ShownAudience = z.infer<typeof Audience>

const Places = z.array(z.object({ platform: z.string(), strength: z.enum(PLACE_STRENGTHS), note: z.string() }))
const Sources = z.array(
  z.object({ title: z.string(), url: z.string().nullable(), foundOn: z.string(), note: z.string() }),
)

/** An audience as the contract describes it. */
export function showAudience(row: AudienceRow): ShownAudience {
  const { portrait_id: portraitId, created_by: creatorId, created_name: creator } = row
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    demographics: row.demographics,
    needs: row.needs,
    objections: row.objections,
    languages: row.languages,
    units: row.units,
    places: Places.parse(row.places),
    sources: Sources.parse(row.sources),
    portrait:
      portraitId === null
        ? null
        : { id: portraitId, altText: row.portrait_alt ?? '', url: `/api/v1/media/${portraitId}/file` },
    campaigns: row.campaigns,
    createdBy: creatorId !== null && creator !== null ? { id: creatorId, name: creator } : null,
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
    version: row.version,
  }
}

/** What an event says of an audience. */
export function audienceFacts(audience: ShownAudience) {
  const { name, description, demographics, needs, objections, languages, units, places, sources, portrait } = audience
  return {
    name,
    description,
    demographics,
    needs,
    objections,
    languages,
    unitIds: units.map((unit) => unit.id).sort(),
    places,
    sources,
    portraitId: portrait?.id ?? null,
  }
}
