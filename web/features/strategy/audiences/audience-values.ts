import type { Audience, AudienceRequest } from './records.ts'

/** What the form of an audience holds while it is typed. Needs and objections are lines of one text. */
export type AudienceValues = {
  name: string
  description: string
  demographics: string
  needs: string
  objections: string
  languages: string[]
  unitIds: string[]
  /** `key` tells rows apart while they are typed. */
  places: { key: string; platform: string; strength: string; note: string }[]
  sources: { key: string; title: string; url: string; foundOn: string | null; note: string }[]
  portraitId: string | null
}

export const STRENGTHS = ['main', 'often', 'sometimes'] as const

export const EMPTY_AUDIENCE: AudienceValues = {
  name: '',
  description: '',
  demographics: '',
  needs: '',
  objections: '',
  languages: [],
  unitIds: [],
  places: [],
  sources: [],
  portraitId: null,
}

/** The values of an audience that is there; platforms by their names. */
export function audienceValues(audience: Audience, nameOf: (platform: string) => string): AudienceValues {
  const { name, description, demographics, needs, objections, languages, units, places, sources, portrait } = audience
  return {
    name,
    description,
    demographics,
    needs: needs.join('\n'),
    objections: objections.join('\n'),
    languages,
    unitIds: units.map(({ id }) => id),
    places: places.map(({ platform, ...place }, row) => ({ ...place, key: String(row), platform: nameOf(platform) })),
    sources: sources.map(({ url, ...source }, row) => ({ ...source, key: String(row), url: url ?? '' })),
    portraitId: portrait?.id ?? null,
  }
}

/** The lines that say something, without marks of a list before them. */
export function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.replace(/^\s*[-*•]\s+/u, '').trim()
    return words === '' ? [] : [words]
  })
}

/** The values as the API takes them. A place or source of which nothing was written is left out; a missing day is left for the server to refuse. */
export function audienceRequest(values: AudienceValues, idOf: (name: string) => string): AudienceRequest {
  return {
    ...values,
    needs: linesOf(values.needs),
    objections: linesOf(values.objections),
    places: values.places
      .filter(({ platform, note }) => `${platform}${note}`.trim() !== '')
      .map(({ platform, strength, note }) => ({
        platform: idOf(platform),
        strength: STRENGTHS.find((one) => one === strength) ?? 'often',
        note,
      })),
    sources: values.sources
      .filter(({ title, url, note }) => `${title}${url}${note}`.trim() !== '')
      .map(({ title, url, foundOn, note }) => ({
        title,
        url: url.trim() === '' ? null : url.trim(),
        foundOn: foundOn ?? '',
        note,
      })),
  }
}
