import { z } from 'zod'
import { PackDocument } from '#contract/rules.ts'
import brandVoice from './brand-voice.json' with { type: 'json' }
import brazil from './region-br.json' with { type: 'json' }
import dach from './region-dach.json' with { type: 'json' }
import france from './region-fr.json' with { type: 'json' }
import unitedKingdom from './region-gb.json' with { type: 'json' }
import gulf from './region-gulf.json' with { type: 'json' }
import japan from './region-jp.json' with { type: 'json' }
import türkiye from './region-tr.json' with { type: 'json' }
import unitedStates from './region-us.json' with { type: 'json' }

type Document = z.output<typeof PackDocument>
type Language = 'en' | 'tr'

export interface ReadyPack {
  readonly key: string
  readonly pack: {
    readonly kind: 'brand' | 'region'
    readonly title: string
    readonly description: string
    readonly countries: string[]
    readonly sources: { title: string; url: string | null }[]
  }
  readonly rules: Document['rules']
}

const FILES: Readonly<Record<string, unknown>> = {
  'brand-voice': brandVoice,
  'region-tr': türkiye,
  'region-dach': dach,
  'region-gb': unitedKingdom,
  'region-us': unitedStates,
  'region-fr': france,
  'region-gulf': gulf,
  'region-jp': japan,
  'region-br': brazil,
}
const Words = z.object({ en: z.string(), tr: z.string() })
const File = z.object({
  kind: z.enum(['brand', 'region']),
  title: Words,
  description: Words,
  countries: z.array(z.string()),
  sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
  rules: z.array(z.looseObject({ title: Words, reason: Words })),
})

/** The packs to begin with, in the language of their reader. Their rules hold for texts of the region's own languages all the same. */
export function readyPacks(language: Language): readonly ReadyPack[] {
  return Object.entries(FILES).map(([key, file]) => {
    const { kind, title, description, countries, sources, rules } = File.parse(file)
    const document = PackDocument.parse({
      format: 'tutti-rule-pack-1',
      pack: { kind, title: title[language], description: description[language], countries, sources },
      rules: rules.map((rule) => ({
        platforms: [],
        unitIds: [],
        ...rule,
        title: rule.title[language],
        reason: rule.reason[language],
      })),
    })
    return {
      key,
      pack: { kind, title: document.pack.title, description: description[language], countries, sources },
      rules: document.rules,
    }
  })
}
