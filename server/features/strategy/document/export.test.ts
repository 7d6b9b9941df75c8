import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague } from '#test/colleague.ts'
import { readPdf, type PdfPage } from '#test/pdf-text.ts'
import { createWorld, type World } from '#test/world.ts'
import { readZip } from '#test/zip.ts'

const LETTERS = 'çğıİöşüÇĞÖŞÜâ'

let world: World
let english: PdfPage[]
let turkish: PdfPage[]
let hash = ''

const call = (method: string, path: string, body?: unknown) => world.admin.call(method, `/api/v1/${path}`, body)
const fetched = (path: string) =>
  world.request(`/api/v1/plan-document/${path}`, { headers: { authorization: `Bearer ${world.adminKey}` } })
const bytesOf = async (path: string) => new Uint8Array(await (await fetched(path)).arrayBuffer())
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => new Date('2026-11-22T10:00:00Z'), newId: () => v7() } })
  const executive = await addColleague(world, 'Esra Tan', 'executive')
  const dates = { startsOn: '2026-01-01', endsOn: '2027-12-31' }
  await call('PUT', 'direction', { vision: `Güvenilen kahve: ${LETTERS}`, mission: 'Roast well' })
  const objective = await call('POST', 'objectives', { title: 'Grow revenue', perspective: 'financial', ...dates })
  const goal = { kpi: 'conversions', baseline: 0, dueOn: '2027-06-30', objectiveIds: [objective.id] }
  await call('POST', 'goals', { ...goal, title: '9,000 orders', target: 9000 })
  for (const [title, asked] of [
    ['Pictures of the harvest', '18000'],
    ['Kahve üstüne söyleşiler', '9500.50'],
  ])
    await call('POST', 'plans', {
      level: 'tactical',
      title,
      askedBudget: asked,
      objectiveIds: [objective.id],
      ...dates,
    })
  await call('PUT', 'plan-document/starter', { starter: 'b2c' })
  hash = String((await call('POST', 'plan-document/versions', { note: 'For the board' })).at('hash'))
  await executive.call('POST', '/api/v1/plan-document/versions/1/decision', { outcome: 'approved' })
  english = readPdf(await bytesOf('versions/1/plan.pdf?language=en'))
  turkish = readPdf(await bytesOf('versions/1/plan.pdf?language=tr'))
})
afterAll(() => world.close())

describe('the plan as a PDF', () => {
  it('says on its cover whose it is, in which version, who approved it, and its hash', () => {
    expect(english[0]?.texts.slice(0, 3).map((line) => line.trim())).toEqual([
      'Kavrela Coffee',
      'Social media plan of',
      'Kavrela Coffee',
    ])
    expect(english[0]?.texts).toEqual(
      expect.arrayContaining([
        'Version 1, approved',
        'Ada Admin, 22 November 2026',
        'Esra Tan, 22 November 2026',
        hash,
      ]),
    )
    expect(turkish[0]?.texts).toEqual(
      expect.arrayContaining(['Sürüm 1, onaylandı', 'Öneren', 'Onaylayan', 'Ada Admin, 22 Kasım 2026']),
    )
  })

  it.each([
    ['en', 'Contents', () => english],
    ['tr', 'İçindekiler', () => turkish],
  ])('names in its contents, in %s, the page on which each chapter really stands', (_, heading, pagesOf) => {
    const pages = pagesOf()
    const [first, ...lines] = pages[1]?.texts ?? []
    expect(first).toBe(heading)
    const entries = lines.slice(0, 38)
    const named = entries.filter((_line, place) => place % 2 === 0)
    expect(named.filter((line) => /^\d+ {2}/.test(line))).toHaveLength(13)
    expect(named).toHaveLength(19)
    for (const [place, title] of named.entries()) {
      const page = Number(entries[2 * place + 1])
      expect([title, pages[page - 1]?.texts.includes(title)]).toEqual([title, true])
    }
  })

  it('numbers every page but the cover, and heads it with the title', () => {
    expect(english.length).toBeGreaterThan(5)
    for (const [place, page] of english.entries())
      expect([place, page.texts.includes(`Page ${place + 1} of ${english.length}`)]).toEqual([place, place > 0])
    expect(turkish.at(-1)?.texts).toContain(`Sayfa ${turkish.length} / ${turkish.length}`)
    expect(english.slice(1).every(({ texts }) => texts.includes('Social media plan of Kavrela Coffee'))).toBe(true)
  })

  it('holds headings, figures of the records and every Turkish letter as text', () => {
    const all = (pages: readonly PdfPage[]) => plain(pages.map(({ text }) => text).join('\n'))
    for (const said of [
      '6  Goals',
      '9,000 orders',
      '9,000',
      '30 Jun 2027',
      '€18,000',
      '€9,500.50',
      'Kahve üstüne söyleşiler',
    ])
      expect(all(english)).toContain(said)
    for (const said of [
      '6  Hedefler',
      '9.000',
      '30 Haz 2027',
      '€9.500,50',
      `Güvenilen kahve: ${LETTERS}`,
      'Taktik planlar',
    ])
      expect(all(turkish)).toContain(said)
    expect(all(turkish)).not.toContain('\u{fffd}')
  })

  it('draws its charts as lines and boxes: a mark where each budget was asked for, and no picture', () => {
    const marksOn = (text: string) => {
      const page = english.find(({ texts }) => texts.includes(text))
      return page?.drawing.match(/^1\.5 w$/gm)?.length ?? 0
    }
    expect([marksOn('Granted (upright mark: asked)'), marksOn('2  The six Ms')]).toEqual([2, 0])
    expect(english.filter(({ drawing }) => /^\/I\w+ Do$/m.test(drawing))).toEqual([])
  })

  it('grows with its records: a table that is too long goes on under its heads on the next page', async () => {
    for (let number = 1; number <= 40; number += 1)
      await call('POST', 'goals', {
        title: `Goal number ${number}`,
        objectiveIds: [],
        kpi: 'clicks',
        target: number,
        dueOn: '2027-06-30',
      })
    const longer = readPdf(await bytesOf('draft/plan.pdf?language=en'))
    expect(longer.length).toBeGreaterThan(english.length)
    const heads = longer.filter(({ texts }) => texts.includes('Baseline') || texts.includes('Standing'))
    expect(heads.length).toBeGreaterThan(1)
    expect(longer[0]?.texts).toContain('Draft')
    expect(longer.flatMap(({ texts }) => texts).filter((line) => line === 'Goal number 40').length).toBeGreaterThan(0)
  })
})

describe('the plan as a Word document', () => {
  it('has headings, a table of contents, tables with repeated heads, and its language', async () => {
    const answer = await fetched('versions/1/plan.docx?language=tr')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="kavrela-coffee-sosyal-medya-plani.docx"',
    )
    const files = readZip(new Uint8Array(await answer.arrayBuffer()))
    const document = files.get('word/document.xml') ?? ''
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading([12])"\/>.*?<w:t[^>]*>([^<]*)<\/w:t>/g)]
    expect(headings.map(([, level, title]) => `${level} ${title}`).slice(0, 4)).toEqual([
      '1 1  Özet',
      '1 2  Altı temel soru',
      '2 Neden',
      '2 Ne diyoruz',
    ])
    expect(headings.filter(([, level]) => level === '1')).toHaveLength(13)
    expect(document).toMatch(/TOC [^<]*\\o (?:&quot;|")1-2/)
    expect(document).toContain('<w:tblHeader/>')
    for (const said of [LETTERS, '€9.500,50', hash, 'Sürüm 1, onaylandı']) expect(plain(document)).toContain(said)
    expect(files.get('word/styles.xml')).toContain('tr-TR')
    expect([...files.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/numbering.xml']))
  })
})

describe('the plan as Markdown', () => {
  it('has chapters, lists and tables, and shows what people typed as they typed it', async () => {
    await call('PATCH', 'plan-document', {
      texts: [{ key: 'message', texts: { en: 'Not *bold*, no <b>tag</b>\n\n- one\n- two', tr: '' } }],
    })
    const answer = await fetched('draft/plan.md?language=en')
    const text = plain(await answer.text())
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(text).toContain('## 2. The six Ms')
    expect(text).toContain('Not \\*bold\\*, no \\<b\\>tag\\</b\\>\n\n- one\n- two')
    expect(text).toMatch(/\| Plan \| State \| Asked \| Granted \|/)
    expect(text).toContain('| Kahve üstüne söyleşiler | Draft | €9,500.50 | – |')
  })
})

describe('a file of the plan', () => {
  it('is not given to strangers, and not where there is no such version', async () => {
    const stranger = await world.request('/api/v1/plan-document/draft/plan.pdf')
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect((await fetched('versions/99/plan.docx')).status).toBe(404)
    expect((await world.request('/api/v1/shared-plans/none/plan.pdf')).status).toBe(404)
  })
})
