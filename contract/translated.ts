import { z } from 'zod'

/** The same thing in each language that it was written in; at least one. */
export function Translated<Text extends z.ZodType>(text: Text) {
  return z
    .object({ en: text.nullable().default(null), tr: text.nullable().default(null) })
    .refine(({ en, tr }) => en !== null || tr !== null, { error: 'text.empty' })
}
