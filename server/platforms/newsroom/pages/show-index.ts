import { z } from 'zod'
import { selectChangedAt, selectRecent } from '../store.ts'
import { indexPage } from './index-page.ts'
import { answerVisit, HTML_TYPE, unknownPage, type Visit } from './visit.ts'

const PER_PAGE = 20
const PageNumber = z.coerce.number().int().min(1).max(10_000)

/** The newsroom itself, `?page=` counted from 1; a page without articles beyond the first is unknown. */
export async function showIndex(visit: Visit): Promise<Response> {
  const { id } = visit.newsroom.organisation
  const number = PageNumber.safeParse(visit.query('page') ?? 1)
  if (!number.success) return unknownPage(visit)
  const { found, changedAt } = await visit.kernel.database.inOrganisation(id, async (db) => ({
    found: await selectRecent(db, id, { skip: (number.data - 1) * PER_PAGE, most: PER_PAGE + 1 }),
    changedAt: await selectChangedAt(db, id),
  }))
  if (found.length === 0 && number.data > 1) return unknownPage(visit)
  const page = { articles: found.slice(0, PER_PAGE), number: number.data, hasOlder: found.length > PER_PAGE }
  return answerVisit(visit, { body: indexPage(visit.newsroom, page), type: HTML_TYPE, seconds: 60, changedAt })
}
