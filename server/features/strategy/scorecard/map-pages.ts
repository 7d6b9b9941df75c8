import { Hono } from 'hono'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { bareProblem, problemResponse } from '#server/kernel/http/problem.ts'
import { translate } from '#server/kernel/translate.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { drawMap, toSvg, type DrawnCard, type Drawing } from '../domain/map-drawing.ts'
import type { StrategyNeeds } from '../ports.ts'
import { documentWidths, toPdf } from './map-pdf.ts'
import { showCard } from './read-card.ts'

export interface MapPagesNeeds extends StrategyNeeds {
  /** Who asks, by session or key; null for a stranger. */
  readonly authenticate: (request: Request) => Promise<Actor | null>
  /** Throws the refusal where the actor may not. */
  readonly authorise: (actor: Actor | null, permission: 'strategy.read') => void
}

/** A picture is shown in whatever typeface is there; others run wider than ours. */
const SPARE = 1.16

/** Serves `/api/v1/scorecards/<unit>/map.svg` and `map.pdf`: the strategy map in the language of whoever asks. Beside the contract, whose answers are JSON. */
export function mapPages(needs: MapPagesNeeds): Hono {
  const pages = new Hono()
  pages.get('/api/v1/scorecards/:id/:file{map\\.(svg|pdf)}', async (context) => {
    const actor = await needs.authenticate(context.req.raw)
    try {
      needs.authorise(actor, 'strategy.read')
      if (actor === null) throw new Refusal('sign-in.needed')
      const { id, file } = context.req.param()
      if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw new Refusal('record.not-found')
      const isPicture = file.endsWith('.svg')
      const drawing = await drawCard(needs, actor, { unitId: id, room: isPicture ? SPARE : 1 })
      const body = isPicture ? toSvg(drawing) : new Uint8Array(await toPdf(drawing, needs.kernel.clock.now()))
      return new Response(body, {
        headers: {
          'content-type': isPicture ? 'image/svg+xml; charset=utf-8' : 'application/pdf',
          'content-disposition': `inline; filename="${isPicture ? 'strategy-map.svg' : 'strategy-map.pdf'}"`,
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
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

interface Drawn {
  readonly unitId: string
  /** How much wider than in our typeface words may turn out. */
  readonly room: number
}

async function drawCard(needs: StrategyNeeds, actor: Actor, { unitId, room }: Drawn): Promise<Drawing> {
  const { organisationId, language } = actor
  const widthOf = documentWidths()
  const band = (perspective: string) => ({
    name: translate(language, `strategy:perspective.${perspective}`),
    asks: translate(language, `strategy:perspective.${perspective}.asks`),
  })
  const light = (name: string) => translate(language, `scorecard:light.${name}`)
  return needs.kernel.database.inOrganisation(organisationId, async (db) => {
    const card = await showCard(db, needs, actor, unitId)
    const today = await todayOfOrganisation(db, organisationId, needs.kernel.clock.now())
    const drawn: DrawnCard = {
      title: card.name,
      note: translate(language, 'scorecard:export.made', { day: today }),
      items: card.items,
      causes: card.causes,
      bands: {
        financial: band('financial'),
        customer: band('customer'),
        'internal-process': band('internal-process'),
        'learning-and-growth': band('learning-and-growth'),
      },
      lights: {
        green: light('green'),
        amber: light('amber'),
        red: light('red'),
        grey: light('grey'),
      },
    }
    return drawMap(drawn, (text, size, bold) => room * widthOf(text, size, bold))
  })
}
