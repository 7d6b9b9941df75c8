import type { z } from 'zod'
import type { PolicyContent, SectionText } from '#contract/policies.ts'

/** A ready policy; `{organisation}` stands for the organisation's name. */
export type Starter = z.input<typeof PolicyContent>
export type StarterSection = Starter['sections'][number]
type Text = z.input<typeof SectionText>

/** One section in both languages. */
export function section(key: string, en: Text, tr: Text): StarterSection {
  return { key, texts: { en, tr } }
}
