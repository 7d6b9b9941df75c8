import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogueLanguage } from '#locales/index.ts'
import { findBarriers, findOverflow, findUntranslated, wear } from './inspect-page.ts'
import { takePicture } from './picture.ts'
import { enterSample, insider, invite, join, plantBareRecords, type Insider } from './scenery.ts'
import { NO_RECORDS, SCREENS, type Records, type Screen } from './screens.ts'
import { ADMINISTRATOR, openStage, settled, type Scheme, type Stage, type Visit } from './stage.ts'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 780 }
/** What 1280 pixels leave at twice the size. */
const ENLARGED = { width: 640, height: 450 }

/** `npm run look`: everything below, of every screen. The suite asks each language for a part of it, so that it stays short. */
const WHOLE = process.env['TUTTI_LOOK'] === 'all'

/** Who looks, and for what: `structure` is all that axe knows, `colours` only contrast, in the colours worn. Words and width are quick. */
interface Looking {
  readonly language: CatalogueLanguage
  readonly scheme: Scheme
  readonly other: Scheme
  readonly asks: 'structure-and-other-colours' | 'structure' | 'colours' | 'words'
}
const WHOLLY: readonly Looking[] = [
  { language: 'en', scheme: 'light', other: 'dark', asks: 'structure-and-other-colours' },
  { language: 'tr', scheme: 'dark', other: 'light', asks: 'structure-and-other-colours' },
]
const OF_EMPTY: readonly Looking[] = WHOLE
  ? WHOLLY
  : [{ language: 'tr', scheme: 'light', other: 'dark', asks: 'words' }]
/** Structure in English and light, colours in Turkish and dark. */
const OF_FULL: readonly Looking[] = WHOLE
  ? WHOLLY
  : [
      { language: 'en', scheme: 'light', other: 'dark', asks: 'structure' },
      { language: 'tr', scheme: 'dark', other: 'light', asks: 'colours' },
    ]

describe('Every screen', () => {
  let stage: Stage
  let people: Readonly<Record<CatalogueLanguage, Insider>>
  let invitation: string
  beforeAll(async () => {
    stage = await openStage()
    people = {
      en: await insider(stage.server, ADMINISTRATOR),
      tr: await join(stage.server, 'defne@example.org', 'Defne Yönetici', 'tr'),
    }
    invitation = await invite(stage.server, 'new@example.org', 'Yeni Kişi', 'officer')
  })
  afterAll(() => stage.close())

  test('of the address book is looked at', async () => {
    const routes = await readFile(new URL('../../web/routes.tsx', import.meta.url), 'utf8')
    const paths = [...routes.matchAll(/(?:path: |at\()'([^']+)'/gu)].map(([, path]) => path)
    expect(paths.length).toBeGreaterThan(15)
    expect(paths.filter((path) => !SCREENS.some(({ route }) => route === path))).toEqual([])
  })

  test('can be used by everybody on an empty organisation', async () => {
    const lists = SCREENS.filter(({ ofRecord }) => ofRecord !== true)
    const none = { ...NO_RECORDS, invitation }
    expect(await each(OF_EMPTY, (looking) => inspect(looking, lists, { state: 'empty', records: none }))).toEqual([])
    const bare = { ...none, ...(await plantBareRecords(people.en)) }
    const single = SCREENS.filter(({ ofRecord }) => ofRecord === true)
    expect(await each(OF_EMPTY, (looking) => inspect(looking, single, { state: 'empty', records: bare }))).toEqual([])
  }, 900_000)

  test('can be used by everybody with half a year of work', async () => {
    const inside = SCREENS.filter(({ open }) => open !== true)
    const found = await each(OF_FULL, async (looking) => {
      const records = await enterSample(stage.server, people[looking.language], looking.language)
      return inspect(looking, inside, { state: 'full', records })
    })
    expect(found).toEqual([])
  }, 900_000)

  async function each(
    lookings: readonly Looking[],
    look: (looking: Looking) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    return (await Promise.all(lookings.map(look))).flat()
  }

  async function inspect(
    looking: Looking,
    screens: readonly Screen[],
    { state, records }: { state: string; records: Records },
  ): Promise<readonly string[]> {
    const { language, scheme } = looking
    const stranger = await stage.visit({ language, scheme, viewport: WIDE })
    const inside = await stage.visit({ language, scheme, viewport: WIDE, with: people[language].cookie })
    const found: string[] = []
    const shown = new Map<Visit, string>()
    for (const screen of screens) {
      const visit = screen.open === true ? stranger : inside
      await open(visit, screen, { records, shown: shown.get(visit) })
      shown.set(visit, screen.route)
      const troubles = await lookAt(visit, looking, `${screen.name}-${state}-${language}`)
      found.push(...troubles.map((trouble) => `${screen.name}, ${state}, ${language}: ${trouble}`))
    }
    await Promise.all([stranger.context.close(), inside.context.close()])
    return found
  }
})

/** Loads the page, or, in the suite, goes on from another screen as a link does, which takes a third of the time. */
async function open(
  visit: Visit,
  { route, path }: Screen,
  { records, shown }: { records: Records; shown: string | undefined },
): Promise<void> {
  const { page } = visit
  if (!WHOLE && shown !== undefined && shown !== route && route !== '/found') {
    await page.evaluate((to) => {
      document.getElementById('page-title')?.setAttribute('data-left', '')
      history.pushState(null, '', to)
    }, path(records))
    await page.locator('#page-title:not([data-left])').first().waitFor()
    return settled(visit)
  }
  // An organisation is there already, and its founder's screen would lead to the sign-in.
  if (route === '/found')
    await page.route('**/api/v1/installation', (asked) =>
      asked.fulfill({ json: { founded: false, version: '0.1.0', mail: false } }),
    )
  await page.goto(path(records))
  await settled(visit)
  if (route === '/found') await page.unroute('**/api/v1/installation')
}

async function lookAt(
  { page, watched }: Visit,
  { language, scheme, other, asks }: Looking,
  picture: string,
): Promise<readonly string[]> {
  const found = [...(await findUntranslated(page, language))]
  if (asks !== 'words') found.push(...(await findBarriers(page, asks === 'colours')))
  if (WHOLE) await takePicture(page, `${picture}-${scheme}`)
  const both = asks === 'structure-and-other-colours'
  if (both) {
    await wear(page, other)
    found.push(...(await findBarriers(page, true)).map((barrier) => `${barrier} (${other})`))
  }
  for (const width of widthsOf(language)) {
    await page.setViewportSize(width)
    await watched.quiet()
    found.push(...(await findOverflow(page)).map((wide) => `at ${width.width}: ${wide}`))
  }
  if (WHOLE) await takePicture(page, `${picture}-${both ? other : scheme}-phone`)
  if (both) await wear(page, scheme)
  await page.setViewportSize(WIDE)
  return [...found, ...watched.take({ answers: true })]
}

/** A phone is narrowest for Turkish, whose words are longer; the suite leaves it at that. The phone comes last, for its picture. */
function widthsOf(language: CatalogueLanguage): readonly { width: number; height: number }[] {
  if (WHOLE) return [ENLARGED, PHONE]
  return language === 'tr' ? [PHONE] : [ENLARGED]
}
