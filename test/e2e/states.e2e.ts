import type { Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogueLanguage } from '#locales/index.ts'
import { takePicture } from './picture.ts'
import { enterSample, insider, join, type Insider } from './scenery.ts'
import { SCREENS, type Records, type Screen } from './screens.ts'
import { ADMINISTRATOR, openStage, type Scheme, type Stage, type Visit } from './stage.ts'

const FAILED = {
  type: 'urn:tutti:problem:server.error',
  code: 'server.error',
  status: 500,
  title: 'Something went wrong',
  params: {},
  fields: [],
}

/** Show what is known without asking: forms that only need to know who is there. */
const NEEDS_NOTHING = new Set(['settings', 'settings-sample'])

describe('Every screen inside, on the way to what it shows', () => {
  let stage: Stage
  let english: Insider
  let turkish: Insider
  beforeAll(async () => {
    stage = await openStage()
    english = await insider(stage.server, ADMINISTRATOR)
    turkish = await join(stage.server, 'defne@example.org', 'Defne Yönetici', 'tr')
  })
  afterAll(() => stage.close())

  // The empty and the full state are looked at, and pictured, where barriers are searched for.
  test('says that it is loading and, when it fails, what one can do', async () => {
    const inside = SCREENS.filter(({ open }) => open !== true)
    // Every second screen in the other language: words are looked at elsewhere.
    const [first, second] = await Promise.all([
      walk(
        { person: english, language: 'en', scheme: 'light' },
        inside.filter((_, place) => place % 2 === 0),
      ),
      walk(
        { person: turkish, language: 'tr', scheme: 'dark' },
        inside.filter((_, place) => place % 2 === 1),
      ),
    ])
    expect([...first, ...second]).toEqual([])
  }, 400_000)

  async function walk(
    { person, language, scheme }: { person: Insider; language: CatalogueLanguage; scheme: Scheme },
    screens: readonly Screen[],
  ): Promise<readonly string[]> {
    const records = await enterSample(stage.server, person, language)
    const visit = await stage.visit({ language, scheme, with: person.cookie })
    const wrong: string[] = []
    for (const screen of screens) {
      const missing = await passThrough(visit, screen, records)
      wrong.push(...missing.map((what) => `${screen.name}, ${language}: ${what}`))
    }
    wrong.push(...visit.watched.take())
    await visit.context.close()
    return wrong
  }
})

/** Holds every answer back, looks, lets all fail, and looks again. */
async function passThrough(visit: Visit, { name, path }: Screen, records: Records): Promise<readonly string[]> {
  const { page, words } = visit
  const wrong: string[] = []
  const held: Route[] = []
  let failing = false
  await page.route(/\/api\/v1\/(?!session$)/u, (route) => (failing ? fail(route) : void held.push(route)))
  await page.goto(path(records))
  await page.locator('#page-title').first().waitFor()
  const picture = (state: string) =>
    takePicture(page, `${name}-${state}-${words('ui:loading') === 'Loading' ? 'en-light' : 'tr-dark'}`)
  if (!NEEDS_NOTHING.has(name)) {
    const loading = await page
      // The shell's own places for news are empty, and thus not seen, until there is some.
      .locator(':is(.mantine-Skeleton-root, [role=status]):visible')
      .first()
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      )
    if (!loading) wrong.push('does not say that it is loading')
    await picture('loading')
  }
  failing = true
  await Promise.all(held.map(fail))
  if (!NEEDS_NOTHING.has(name)) {
    const told = await page
      .getByRole('alert')
      .filter({ hasText: words('refusal:server.error') })
      .first()
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      )
    if (!told) wrong.push('does not say that it failed')
    const again = await page
      .getByRole('button', { name: words('ui:retry') })
      .first()
      .isVisible()
    if (!again) wrong.push('offers no second try')
    await picture('error')
  }
  await page.unroute(/\/api\/v1\/(?!session$)/u)
  return wrong
}

async function fail(route: Route): Promise<void> {
  await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(FAILED) })
}
