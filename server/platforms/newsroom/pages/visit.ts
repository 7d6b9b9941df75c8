import type { Context } from 'hono'
import { acceptedLanguage } from '#server/kernel/translate.ts'
import type { NewsroomKernel } from '../kernel-needs.ts'
import { languageAround, newsroomOf, type Newsroom } from '../newsroom.ts'
import { findOrganisation } from '../store.ts'
import { isSlug } from '../text/slug-of-title.ts'
import { publicAnswer, type Answer } from './answer.ts'
import { messagePage } from './message-page.ts'

export const HTML_TYPE = 'text/html; charset=utf-8'
const MESSAGE_SECONDS = 30

/** Somebody who looks at something of one newsroom. */
export interface Visit {
  readonly kernel: NewsroomKernel
  readonly newsroom: Newsroom
  readonly request: Request
  readonly parameter: (name: string) => string
  readonly query: (name: string) => string | undefined
}

/** Opens the newsroom that the address names, and answers 404 in the visitor's language where there is none. */
export function visiting(kernel: NewsroomKernel, show: (visit: Visit) => Promise<Response>) {
  return async (context: Context): Promise<Response> => {
    const parameter = (name: string) => context.req.param(name) ?? ''
    const slug = parameter('slug')
    const organisation = isSlug(slug) ? await findOrganisation(kernel.database, slug) : null
    if (organisation === null) return noNewsroom(kernel, context.req.raw)
    const newsroom = newsroomOf(kernel.config.publicUrl, organisation)
    return show({ kernel, newsroom, request: context.req.raw, parameter, query: (name) => context.req.query(name) })
  }
}

/** Answers a visitor with something public. */
export function answerVisit({ kernel, request }: Visit, answer: Answer): Response {
  return publicAnswer(request, answer, kernel.clock.now())
}

/** A page that says that there is nothing at this address of the newsroom. */
export function unknownPage(visit: Visit): Response {
  const body = messagePage('unknown', visit.newsroom.organisation.language, visit.newsroom)
  return answerVisit(visit, { body, type: HTML_TYPE, status: 404, seconds: MESSAGE_SECONDS, changedAt: null })
}

/** A page that says that there was an article here, in the language of the article where we speak it. */
export function removedPage(visit: Visit, articleLanguage: string): Response {
  const body = messagePage('removed', languageAround(articleLanguage, visit.newsroom), visit.newsroom)
  return answerVisit(visit, { body, type: HTML_TYPE, status: 410, seconds: MESSAGE_SECONDS, changedAt: null })
}

function noNewsroom({ clock }: NewsroomKernel, request: Request): Response {
  const body = messagePage('unknown', acceptedLanguage(request.headers.get('accept-language')), null)
  const answer = { body, type: HTML_TYPE, status: 404, seconds: MESSAGE_SECONDS, changedAt: null } as const
  const response = publicAnswer(request, answer, clock.now())
  response.headers.set('vary', 'accept-language')
  return response
}
