import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import { EventFilter } from '#contract/audit.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { bareProblem, problemResponse } from '#server/kernel/http/problem.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { exportEvents } from './export-events.ts'

export interface ExportPagesNeeds {
  readonly kernel: Kernel
  /** Who asks, by session or key; null for a stranger. */
  readonly authenticate: (request: Request) => Promise<Actor | null>
  /** Throws the refusal where the actor may not. */
  readonly authorise: (actor: Actor | null, permission: 'events.export') => void
}

const Query = EventFilter.extend({ format: z.enum(['json', 'csv']).default('json') })

/**
 * Serves `/api/v1/events/export?format=json|csv` with the filters of `/api/v1/events`: a `.tar.gz` of files of events and a
 * manifest with their hashes, written as it is read. Beside the contract, whose answers are JSON.
 */
export function exportPages({ kernel, authenticate, authorise }: ExportPagesNeeds): Hono {
  const pages = new Hono()
  pages.get('/api/v1/events/export', async (context) => {
    const actor = await authenticate(context.req.raw)
    try {
      authorise(actor, 'events.export')
      if (actor === null) throw new Refusal('sign-in.needed')
      const query = Query.safeParse(context.req.query())
      if (!query.success)
        throw new Refusal(
          'request.invalid',
          {},
          query.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'field.invalid' })),
        )
      const { format, ...filter } = query.data
      const { name, bytes } = await exportEvents(kernel, actor, filter, format)
      return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
        headers: {
          'content-type': 'application/gzip',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      const problem = bareProblem(error)
      if (problem === null) throw error
      const language = actor?.language ?? 'en'
      return problemResponse(problem, language, actor === null ? { 'www-authenticate': 'Bearer' } : {})
    }
  })
  return pages
}
