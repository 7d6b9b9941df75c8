import { z } from 'zod'
import type { Progress } from '../port.ts'
import { BlobReference, Draft, PostReference } from './record.ts'

/** What is remembered of each part of a job between attempts. */
export interface Remembered<Value> {
  readonly read: (part: number) => Value | null
  readonly keep: (part: number, value: Value) => Promise<void>
  readonly forget: (part: number) => Promise<void>
}

export interface Memory {
  /** Parts that are out. */
  readonly posted: Remembered<PostReference>
  /** Parts as they are about to be sent. */
  readonly drafts: Remembered<Draft>
  /** Uploaded pictures of one part, by their place in it. */
  readonly uploads: (picture: number) => Remembered<Upload>
}

const Upload = z.object({ blob: BlobReference, width: z.number(), height: z.number() })
export type Upload = z.infer<typeof Upload>

/** Reads and keeps values of this adapter as JSON text in the job's progress. */
export function memoryOf(progress: Progress): Memory {
  return {
    posted: remembered(progress, (part) => `part.${part}.posted`, PostReference),
    drafts: remembered(progress, (part) => `part.${part}.draft`, Draft),
    uploads: (picture) => remembered(progress, (part) => `part.${part}.picture.${picture}`, Upload),
  }
}

function remembered<Value>(
  progress: Progress,
  name: (part: number) => string,
  schema: z.ZodType<Value>,
): Remembered<Value> {
  return {
    read: (part) => {
      const text = progress.read(name(part))
      return text === null || text === '' ? null : schema.parse(JSON.parse(text))
    },
    keep: (part, value) => progress.keep(name(part), JSON.stringify(value)),
    forget: async (part) => {
      if (progress.read(name(part)) !== null) await progress.keep(name(part), '')
    },
  }
}
