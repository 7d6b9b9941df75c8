import { countText, findLinks } from '#contract/text-count.ts'
import type { PlatformDescription } from '#contract/platforms.ts'

export interface Draft {
  readonly parts: readonly {
    readonly text: string
    readonly pictures: readonly { readonly altText: string; readonly type: string | null }[]
  }[]
  readonly title: string | null
  readonly contentWarning: string | null
  readonly visibility: string | null
  readonly trackLinks: boolean
}

export interface Finding {
  readonly code: string
  readonly severity: 'inform' | 'warn' | 'block'
  readonly part: number
  readonly from: number | null
  readonly to: number | null
  readonly params: Readonly<Record<string, string | number>>
}

export interface Checked {
  readonly counts: readonly { readonly used: number; readonly limit: number | null }[]
  readonly findings: readonly Finding[]
}

/**
 * Counts a draft exactly as its platform will, with links at the length they will have, and tells what stands in its way.
 * `linkLength`: characters of one of our short links.
 */
export function checkMessage(draft: Draft, platform: PlatformDescription, linkLength: number): Checked {
  const counts = draft.parts.map((part, index) => countPart(draft, platform, linkLength, part.text, index))
  const findings = [
    ...draft.parts.flatMap((part, index) => [
      ...findText(part, index, counts[index], platform),
      ...findPictures(part.pictures, index, platform),
    ]),
    ...findWhole(draft, platform),
  ]
  return { counts: counts.map(({ used, limit }) => ({ used, limit })), findings }
}

function countPart(draft: Draft, platform: PlatformDescription, linkLength: number, text: string, index: number) {
  const final = draft.trackLinks ? withTrackedLinks(text, linkLength) : text
  return countText(platform.text, final, index === 0 && platform.contentWarning ? draft.contentWarning : null)
}

/** The text as long as it will be once its links are tracked. */
export function withTrackedLinks(text: string, linkLength: number): string {
  let result = ''
  let at = 0
  for (const link of findLinks(text)) {
    result += text.slice(at, link.start) + `https://${'x'.repeat(Math.max(1, linkLength - 8))}`
    at = link.end
  }
  return result + text.slice(at)
}

const at = (
  code: string,
  severity: Finding['severity'],
  part: number,
  params: Finding['params'] = {},
  range: { from: number; to: number } | null = null,
): Finding => ({
  code,
  severity,
  part,
  from: range?.from ?? null,
  to: range?.to ?? null,
  params,
})

function findText(
  part: Draft['parts'][number],
  index: number,
  count: ReturnType<typeof countText> | undefined,
  platform: PlatformDescription,
): Finding[] {
  const findings: Finding[] = []
  if (part.text.trim() === '' && part.pictures.length === 0) findings.push(at('text.empty', 'block', index))
  if (count !== undefined && count.over > 0 && count.limit !== null) {
    const from = cutAt(part.text, count.over)
    findings.push(
      at(
        'text.too-long',
        'block',
        index,
        { over: count.over, limit: count.limit, platform: platform.name },
        { from, to: part.text.length },
      ),
    )
  }
  return findings
}

/** About where the text passes its limit: as many graphemes from its end as there are too many. */
function cutAt(text: string, over: number): number {
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  return graphemes[Math.max(0, graphemes.length - over)]?.index ?? text.length
}

function findPictures(
  pictures: Draft['parts'][number]['pictures'],
  index: number,
  platform: PlatformDescription,
): Finding[] {
  const findings: Finding[] = []
  if (pictures.length > platform.pictures.most)
    findings.push(at('media.too-many', 'block', index, { most: platform.pictures.most, platform: platform.name }))
  pictures.forEach(({ altText, type }, place) => {
    if (altText.trim() === '') findings.push(at('media.alt-text-missing', 'warn', index, { picture: place + 1 }))
    if (altText.length > platform.pictures.altTextLimit)
      findings.push(
        at('media.alt-text-too-long', 'block', index, { picture: place + 1, limit: platform.pictures.altTextLimit }),
      )
    if (type !== null && !platform.pictures.types.includes(type))
      findings.push(at('media.type-not-taken', 'block', index, { picture: place + 1, platform: platform.name }))
  })
  return findings
}

function findWhole(draft: Draft, platform: PlatformDescription): Finding[] {
  const findings: Finding[] = []
  const linked = draft.parts.some((part) => findLinks(part.text).length > 0)
  if (draft.parts.length > 1 && !platform.threads)
    findings.push(at('thread.not-offered', 'block', 0, { platform: platform.name }))
  if (draft.contentWarning !== null && !platform.contentWarning)
    findings.push(at('content-warning.not-offered', 'warn', 0, { platform: platform.name }))
  if (draft.visibility !== null && !platform.visibilities.includes(draft.visibility))
    findings.push(at('visibility.not-offered', 'block', 0, { platform: platform.name }))
  if (draft.title !== null && platform.title !== null && draft.title.length > platform.title.limit)
    findings.push(at('title.too-long', 'block', 0, { limit: platform.title.limit, platform: platform.name }))
  if (!linked) findings.push(at('link.none', 'inform', 0))
  else if (!draft.trackLinks) findings.push(at('link.not-tracked', 'warn', 0))
  return findings
}
