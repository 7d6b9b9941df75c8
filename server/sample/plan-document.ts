import { countCampaignsOfGoals } from '#server/features/content/index.ts'
import { readFigures, readStandings } from '#server/features/measurement/index.ts'
import { plantDocument } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  readonly people: ReadonlyMap<string, string>
}

const DAY_MS = 86_400_000
const WORDS = {
  en: { note: 'For the board of this quarter', words: 'Approved. Show in spring what the guides have brought.' },
  tr: { note: 'Bu çeyreğin yönetim kurulu için', words: 'Onaylandı. Rehberlerin ne getirdiğini ilkbaharda gösterin.' },
} as const

/** The plan as a document: approved three weeks ago, to be looked at again in nine. After everything that it tells of. */
export async function plantPlanDocument(kernel: Kernel, db: Db, { organisationId, now, language, people }: Ground) {
  const ports = { campaignsOf: countCampaignsOfGoals, figuresOf: readFigures, standingsOf: readStandings }
  await plantDocument(
    db,
    { kernel, ports },
    {
      organisationId,
      starter: 'b2c',
      ownerId: people.get('Anke Moll') ?? null,
      reviewOn: new Date(now.getTime() + 63 * DAY_MS).toISOString().slice(0, 10),
      approved: {
        at: new Date(now.getTime() - 21 * DAY_MS),
        by: people.get('Deniz Korkut') ?? '',
        ...WORDS[language],
      },
    },
  )
}
