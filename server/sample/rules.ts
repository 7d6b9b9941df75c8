import { plantEntry, plantPack, readyPacks } from '#server/features/governance/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
}

const DAY_MS = 86_400_000
const IN_USE = ['region-tr', 'region-dach', 'region-gb', 'brand-voice']

/** The rules of the company's three regions and of its brand, and a shop that nobody may mention yet. */
export async function plantRules(kernel: Kernel, db: Db, { organisationId, now, language }: Ground): Promise<void> {
  for (const { key, pack, rules } of readyPacks(language))
    if (IN_USE.includes(key))
      await plantPack(kernel, db, organisationId, { ...pack, unitIds: [], readyKey: key, rules })
  const turkish = language === 'tr'
  await plantPack(kernel, db, organisationId, {
    readyKey: null,
    kind: 'brand',
    title: turkish ? 'Kavrela dili' : 'The Kavrela way',
    description: turkish ? 'Adımız, ürünlerimiz, verdiğimiz sözler.' : 'Our name, our products, what we promise.',
    countries: [],
    unitIds: [],
    sources: [{ title: turkish ? 'Marka kılavuzu, 3. baskı' : 'Brand book, third edition', url: null }],
    rules: [
      rule(
        turkish ? 'Adımız Kavrela yazılır' : 'Our name is written Kavrela',
        turkish ? 'Ad tek biçimdedir.' : 'The name has one form.',
        {
          definition: { kind: 'spelling', terms: ['Kavrela'] },
        },
      ),
      rule(
        turkish ? '“Ucuz” demeyiz' : 'We are not “cheap”',
        turkish ? 'Fiyatı adil anlatırız.' : 'We say that a price is fair.',
        {
          suggestion: turkish ? 'uygun fiyatlı' : 'fair',
          definition: { kind: 'term', terms: ['ucuz', 'cheap', 'billig'], match: 'inflected', use: 'avoid' },
        },
      ),
    ],
  })
  await plantEntry(kernel, db, organisationId, {
    title: turkish ? 'Nar' : 'Pomegranate',
    terms: ['Gaziantep dükkânı'],
    aliases: ['Antep dükkânı', 'Gaziantep shop'],
    note: turkish ? 'Açılış töreni basınla duyurulacak.' : 'The opening is announced with the press.',
    embargoUntil: new Date(now.getTime() + 40 * DAY_MS).toISOString().slice(0, 10),
    contact: 'Ruth Amsel',
    listen: true,
  })
}

type PlantedRule = Parameters<typeof plantPack>[3]['rules'][number]

function rule(
  title: string,
  reason: string,
  more: Pick<PlantedRule, 'definition'> & Partial<PlantedRule>,
): PlantedRule {
  return {
    title,
    reason,
    suggestion: null,
    severity: 'warn',
    waivable: true,
    platforms: [],
    languages: [],
    unitIds: [],
    enabled: true,
    ...more,
  }
}
