import { afterAll, beforeAll, expect, it } from 'vitest'
import { countCampaignsOfGoals } from '#server/features/content/index.ts'
import { readFigures, readStandings } from '#server/features/measurement/index.ts'
import { plantSample } from '#server/sample/plant-sample.ts'
import { createWorld, type World } from '#test/world.ts'
import type { PlanSnapshot } from '../domain/plan-content.ts'
import { BLOCKS } from './blocks/index.ts'
import { showContent, type ShownContent } from './show-content.ts'
import { selectDocument } from './store.ts'
import { EMPTY, takeSnapshot } from './take-snapshot.ts'

let world: World
let snapshot: PlanSnapshot

beforeAll(async () => {
  world = await createWorld()
  const ports = { campaignsOf: countCampaignsOfGoals, figuresOf: readFigures, standingsOf: readStandings }
  const [user] = await world.kernel.database.identity.selectFrom('identity.user').select('id').execute()
  const owner = { userId: user?.id ?? '', name: 'Ada Admin', email: 'ada@example.org', language: 'tr' as const }
  const organisationId = await plantSample(world.kernel, owner)
  snapshot = await world.kernel.database.inOrganisation(organisationId, async (db) => {
    const plan = await selectDocument(db, organisationId)
    return takeSnapshot(db, { kernel: world.kernel, ports }, organisationId, plan ?? { title: EMPTY, texts: {} })
  })
})
afterAll(() => world.close())

const partsOf = ({ chapters }: ShownContent) =>
  chapters.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts)))

it('reads the records of every room, each in one section', () => {
  const taken = snapshot.sections.flatMap(({ blocks }) => blocks)
  expect(taken.map(({ room }) => room).toSorted()).toEqual(BLOCKS.map(({ room }) => room).toSorted())
  expect(taken.filter(({ parts }) => parts.length === 0).map(({ room }) => room)).toEqual([])
})

it.each(['en', 'tr'] as const)('has words in %s for everything that records say', (language) => {
  const said = JSON.stringify(showContent(snapshot, { language, budget: true }))
  expect(said.match(/"[a-z-]+:[a-z][\w.-]*"/g) ?? []).toEqual([])
})

it('gives every row a cell for each column, and an id of its own', () => {
  for (const part of partsOf(showContent(snapshot, { language: 'en', budget: true }))) {
    const wide = part.columns.length === 0 ? 2 : part.columns.length
    expect([part.title, part.rows.filter(({ cells }) => cells.length !== wide)]).toEqual([part.title, []])
    expect([part.title, new Set(part.rows.map(({ id }) => id)).size]).toEqual([part.title, part.rows.length])
  }
})

it('shows nothing of a budget to those who may not see budgets', () => {
  const kept = new Set(BLOCKS.filter(({ budget }) => budget === true).map(({ room }) => room))
  const shown = showContent(snapshot, { language: 'en', budget: false })
  const blocks = shown.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.blocks))
  expect(blocks.filter(({ hidden }) => hidden).map(({ room }) => room)).toEqual([...kept])
  expect(blocks.filter(({ hidden, parts }) => hidden && parts.length > 0)).toEqual([])
})
