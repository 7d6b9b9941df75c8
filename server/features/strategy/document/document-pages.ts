import { Hono } from 'hono'
import { Language } from '#contract/kinds.ts'
import { Refusal } from '#contract/refusal.ts'
import { readOrganisation, slugOf } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { bareProblem, problemResponse } from '#server/kernel/http/problem.ts'
import { acceptedLanguage } from '#server/kernel/translate.ts'
import type { StrategyNeeds } from '../ports.ts'
import { printDraft, printVersion, type Printed } from './export/printed.ts'
import { toMarkdown } from './export/to-markdown.ts'
import { toPdf } from './export/to-pdf.ts'
import { findVersion } from './find-version.ts'
import { readerOf } from './read-document.ts'
import { openLink } from './read-by-link.ts'
import { showContent } from './show-content.ts'
import { snapshotOf } from './show-version.ts'
import { selectDocument } from './store.ts'
import { EMPTY, takeSnapshot } from './take-snapshot.ts'

export interface DocumentPagesNeeds extends StrategyNeeds {
  /** Who asks, by session or key; null for a stranger. */
  readonly authenticate: (request: Request) => Promise<Actor | null>
  /** Throws the refusal where the actor may not. */
  readonly authorise: (actor: Actor | null, permission: 'strategy.read') => void
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
} as const
type Format = keyof typeof TYPES

const FILE = ':file{plan\\.(pdf|docx|md)}'

/**
 * Serves the plan as a file, in `?language=`, else in that of whoever asks: `/api/v1/plan-document/draft/plan.pdf`,
 * `/api/v1/plan-document/versions/<number>/plan.docx`, and by link `/api/v1/shared-plans/<token>/plan.pdf`. Beside the contract,
 * whose answers are JSON.
 */
export function documentPages(needs: DocumentPagesNeeds): Hono {
  const { kernel } = needs
  const pages = new Hono()
  const answer = async (request: Request, file: string, print: (actor: Actor | null) => Promise<Printed>) => {
    const actor = await needs.authenticate(request)
    try {
      return await fileOf(await print(actor), file)
    } catch (error) {
      const problem = bareProblem(error)
      if (problem === null) throw error
      const language = actor?.language ?? acceptedLanguage(request.headers.get('accept-language'))
      return problemResponse(
        problem,
        language,
        problem.code === 'sign-in.needed' ? { 'www-authenticate': 'Bearer' } : {},
      )
    }
  }
  const allowed = (actor: Actor | null): Actor => {
    needs.authorise(actor, 'strategy.read')
    if (actor === null) throw new Refusal('sign-in.needed')
    return actor
  }

  // What a link opens is for its reader, not for search engines: neither the page nor what it asks for.
  for (const path of ['/plan/*', '/api/v1/shared-plans/*'])
    pages.use(path, async (context, next) => {
      await next()
      context.header('x-robots-tag', 'noindex, nofollow')
    })

  pages.get(`/api/v1/plan-document/draft/${FILE}`, (context) =>
    answer(context.req.raw, context.req.param('file'), async (someone) => {
      const actor = allowed(someone)
      const { organisationId } = actor
      const language = languageOf(context.req.query('language'), actor.language)
      return kernel.database.inOrganisation(organisationId, async (db) => {
        const row = await selectDocument(db, organisationId)
        const snapshot = await takeSnapshot(db, needs, organisationId, row ?? { title: EMPTY, texts: {} })
        const content = showContent(snapshot, readerOf(actor, language))
        return printDraft({ language, content, ...(await circumstances(db, organisationId)) })
      })
    }),
  )

  pages.get(`/api/v1/plan-document/versions/:number{[0-9]{1,6}}/${FILE}`, (context) =>
    answer(context.req.raw, context.req.param('file'), async (someone) => {
      const actor = allowed(someone)
      const { organisationId } = actor
      const language = languageOf(context.req.query('language'), actor.language)
      return kernel.database.inOrganisation(organisationId, async (db) => {
        const row = await findVersion(db, organisationId, Number(context.req.param('number')))
        const content = showContent(snapshotOf(row), readerOf(actor, language))
        return printVersion({ language, content, ...(await circumstances(db, organisationId)) }, row)
      })
    }),
  )

  pages.get(`/api/v1/shared-plans/:token/${FILE}`, (context) =>
    answer(context.req.raw, context.req.param('file'), async () => {
      const { link, row } = await openLink(kernel, context.req.param('token'))
      const accepted = acceptedLanguage(context.req.header('accept-language') ?? null)
      const language = languageOf(context.req.query('language'), accepted)
      const content = showContent(snapshotOf(row), { language, budget: link.budget })
      return kernel.database.inOrganisation(link.organisation_id, async (db) =>
        printVersion({ language, content, ...(await circumstances(db, link.organisation_id)) }, row),
      )
    }),
  )

  async function circumstances(db: Db, organisationId: string) {
    const { time_zone: timeZone } = await readOrganisation(db, organisationId)
    return { timeZone, now: kernel.clock.now() }
  }
  return pages
}

function languageOf(asked: string | undefined, otherwise: Language): Language {
  const parsed = Language.safeParse(asked)
  return parsed.success ? parsed.data : otherwise
}

async function fileOf(printed: Printed, file: string): Promise<Response> {
  const format = (file.split('.').at(-1) ?? 'pdf') as Format
  const name = `${slugOf(printed.content.title) || 'plan'}.${format}`
  const body = format === 'md' ? toMarkdown(printed) : new Uint8Array(await bytesOf(printed, format))
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

async function bytesOf(printed: Printed, format: 'pdf' | 'docx'): Promise<Buffer> {
  if (format === 'pdf') return toPdf(printed)
  // Large, and needed only for the first document that somebody takes away.
  const { toDocx } = await import('./export/to-docx.ts')
  return toDocx(printed)
}
