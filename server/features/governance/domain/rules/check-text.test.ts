import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { RuleDefinition } from '#contract/rule-records.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkText } from './check-text.ts'
import { compileRules } from './compile-rules.ts'
import type { Aim, Pack, Rule } from './draft.ts'

const AIM: Aim = { language: 'tr', platform: 'mastodon', unitPath: [], country: null, plannedOn: null }

function rule(definition: Record<string, unknown>, more: Partial<Rule> = {}): Rule {
  return {
    id: 'rule',
    version: 1,
    title: 'Title',
    reason: 'Reason',
    suggestion: null,
    severity: 'warn',
    waivable: true,
    platforms: [],
    languages: [],
    unitIds: [],
    definition: RuleDefinition.parse(definition),
    ...more,
  }
}
const pack = (rules: readonly Rule[], more: Partial<Pack> = {}): Pack => ({
  id: 'pack',
  title: 'Pack',
  kind: 'brand',
  countries: [],
  unitIds: [],
  rules,
  ...more,
})
function check(
  packs: readonly Pack[],
  text: string,
  aim: Partial<Aim> = {},
  altTexts: readonly string[] = [],
  title: string | null = null,
) {
  const [found = []] = checkText(compileRules(packs, [], Holidays), { parts: [{ text, altTexts }], title }, [
    { ...AIM, ...aim },
  ])
  return found
}
const codes = (definition: Record<string, unknown>, text: string, aim: Partial<Aim> = {}) =>
  check([pack([rule(definition)])], text, aim).map(({ note, words }) => [note?.code ?? null, words])

describe('each kind of rule', () => {
  it('finds terms with their place, and none inside a link', () => {
    const text = 'Kara Cuma bizde. https://x.example/kara-cuma'
    expect(check([pack([rule({ kind: 'term', terms: ['Kara Cuma'] })])], text)).toMatchObject([
      { start: 0, end: 9, words: 'Kara Cuma', place: 'text', part: 0, rule: 'Title', pack: 'Pack', packKind: 'brand' },
    ])
  })

  it('looks at titles and descriptions of pictures as well', () => {
    const found = check([pack([rule({ kind: 'taboo', terms: ['bira'] })])], 'x', {}, ['', 'Biralar'], 'Bira')
    expect(found.map(({ place, words }) => [place, words])).toEqual([
      ['title', 'Bira'],
      ['alt-text', 'Biralar'],
    ])
  })

  it('wants names written just so, but not in hashtags, and leaves endings alone', () => {
    const found = check(
      [pack([rule({ kind: 'spelling', terms: ['Kavrela'] })])],
      "KAVRELA'da kavrelada Kavrela #kavrela",
    )
    expect(found.map(({ words, suggestion }) => [words, suggestion])).toEqual([
      ['KAVRELA', 'Kavrela'],
      ['kavrela', 'Kavrela'],
    ])
  })

  it('counts hashtags, and asks for and against single ones', () => {
    const definition = { kind: 'hashtags', most: 1, needed: ['Kahve'], avoid: ['#spam'] }
    expect(codes(definition, '#a #SPAM')).toEqual([
      ['hashtags.too-many', '#SPAM'],
      ['hashtags.missing', null],
      ['hashtags.avoid', '#SPAM'],
    ])
    expect(codes({ kind: 'hashtags', needed: ['istanbul'] }, '#İSTANBUL')).toEqual([])
    expect(codes({ kind: 'hashtags', least: 2 }, '#a')).toEqual([['hashtags.too-few', null]])
  })

  it('judges links by number, place and encryption', () => {
    expect(
      codes(
        { kind: 'links', onlyHosts: ['kavrela.example'], secure: true },
        'http://shop.kavrela.example https://evil-kavrela.example',
      ),
    ).toEqual([
      ['links.not-secure', 'http://shop.kavrela.example'],
      ['links.wrong-host', 'https://evil-kavrela.example'],
    ])
    expect(codes({ kind: 'links', least: 1 }, 'x')).toEqual([['links.too-few', null]])
  })

  it('counts an emoji with what is joined to it as one', () => {
    expect(codes({ kind: 'emoji', most: 2 }, '👨‍👩‍👧 👌🏽 🇹🇷')).toEqual([['emoji.too-many', '🇹🇷']])
    expect(codes({ kind: 'emoji', avoid: ['👌'] }, '👌🏽')).toEqual([['emoji.avoid', '👌🏽']])
    expect(codes({ kind: 'emoji', most: 0 }, '3 # © plain')).toEqual([])
  })

  it('measures reading ease in its own language only, and not of a few words', () => {
    const hard =
      'Sürdürülebilirlik perspektifimizin gerçekleştirilmesi doğrultusunda değerlendirilebilecek organizasyonel dönüşüm süreçlerinin yönetilebilirliğini '.repeat(
        3,
      )
    expect(codes({ kind: 'reading', language: 'tr', least: 50 }, hard)).toEqual([['reading.hard', null]])
    expect(codes({ kind: 'reading', language: 'tr', least: 50 }, 'Sabah kahvesi hazır. '.repeat(10))).toEqual([])
    expect(codes({ kind: 'reading', language: 'en', least: 50 }, hard)).toEqual([])
    expect(codes({ kind: 'reading', language: 'tr', least: 100 }, 'Çok kısa.')).toEqual([])
  })

  it('tells formal from informal address', () => {
    const de = { language: 'de' }
    expect(codes({ kind: 'formality', language: 'tr', want: 'formal' }, 'Sana özel, size değil')).toEqual([
      ['formality.formal', 'Sana'],
    ])
    expect(
      codes({ kind: 'formality', language: 'de', want: 'consistent' }, 'Hast du Zeit? Wir laden Sie ein.', de),
    ).toEqual([['formality.mixed', 'Sie']])
    expect(codes({ kind: 'formality', language: 'de', want: 'informal' }, 'Sie lachen. Und sie lachen.', de)).toEqual(
      [],
    )
    expect(
      codes({ kind: 'formality', language: 'fr', want: 'formal' }, "Y a-t-il du café ? Je t'aime", { language: 'fr' }),
    ).toEqual([['formality.formal', 't']])
  })

  it('asks for a label where a trigger stands, at the beginning if so wanted', () => {
    const anywhere = { kind: 'disclosure', triggers: ['iş birliği'], labels: ['#reklam'] }
    expect(codes(anywhere, 'Yeni iş birliğimiz')).toEqual([['disclosure.missing', 'iş birliğimiz']])
    expect(codes(anywhere, 'Yeni iş birliğimiz #REKLAM')).toEqual([])
    expect(codes(anywhere, 'Yeni iş birliğimiz #reklamcılık')).toEqual([['disclosure.missing', 'iş birliğimiz']])
    expect(codes(anywhere, 'Günaydın')).toEqual([])
    expect(codes({ ...anywhere, place: 'beginning' }, 'Yeni iş birliğimiz #reklam')).toEqual([
      ['disclosure.not-first', 'iş birliğimiz'],
    ])
    expect(codes({ ...anywhere, place: 'beginning' }, '#reklam Yeni iş birliğimiz')).toEqual([])
    expect(codes({ kind: 'notice', triggers: [], texts: ['Şartlar geçerlidir'] }, 'x')).toEqual([
      ['notice.missing', null],
    ])
  })

  it('names what falls on the day', () => {
    const definition = { kind: 'days', country: 'TR', holidays: 'public', days: [{ day: '11-10', name: 'Atatürk' }] }
    expect(codes(definition, 'x', { plannedOn: '2026-11-10' })).toEqual([['days.on', 'Atatürk']])
    expect(codes(definition, 'x', { plannedOn: '2026-11-12' })).toEqual([])
    expect(codes(definition, 'x')).toEqual([])
  })

  it('asks for descriptions that say something', () => {
    const found = check([pack([rule({ kind: 'alt-text', least: 5, avoidBeginnings: ['Resim:'] })])], 'x', {}, [
      '',
      'resim: bir kedi',
      'Bir kedi',
    ])
    expect(found.map(({ note }) => [note?.code, note?.params['picture']])).toEqual([
      ['alt-text.too-short', 1],
      ['alt-text.beginning', 2],
    ])
  })
})

describe('where a rule holds', () => {
  const term = rule({ kind: 'term', terms: ['kahve'] })
  const finds = (packs: readonly Pack[], aim: Partial<Aim>) => check(packs, 'kahve', aim).length > 0
  it('goes by platform, language and unit', () => {
    expect(finds([pack([{ ...term, platforms: ['bluesky'] }])], {})).toBe(false)
    expect(finds([pack([{ ...term, languages: ['tr'] }])], { language: 'tr-TR' })).toBe(true)
    expect(finds([pack([{ ...term, languages: ['de'] }])], {})).toBe(false)
    expect(finds([pack([{ ...term, unitIds: ['region'] }])], { unitPath: ['shop', 'region', 'company'] })).toBe(true)
    expect(finds([pack([term], { unitIds: ['other'] })], { unitPath: ['shop'] })).toBe(false)
  })
  it('goes by the country of the unit, else by that of the language', () => {
    const turkish = pack([term], { countries: ['TR'] })
    expect(finds([turkish], { language: 'en', country: 'TR' })).toBe(true)
    expect(finds([turkish], { language: 'tr', country: 'DE' })).toBe(false)
    expect(finds([turkish], { language: 'tr' })).toBe(true)
    expect(finds([turkish], { language: 'en-GB' })).toBe(false)
    expect(
      finds(
        [
          pack([{ ...term, definition: RuleDefinition.parse({ kind: 'term', terms: ['kahve'] }) }], {
            countries: ['SA', 'AE'],
          }),
        ],
        { language: 'ar' },
      ),
    ).toBe(true)
  })
})

describe('the fingerprint of a finding', () => {
  const of = (text: string, version = 1) =>
    check([pack([rule({ kind: 'term', terms: ['kahve'] }, { version })])], text)[0]?.fingerprint
  it('stays while the sentence stays, and ends with it or with the rule', () => {
    expect(of('Bir kahve  iç. Sonra gel.')).toBe(of('Bir kahve iç. Önce gel.'))
    expect(of('Bir kahve iç.')).not.toBe(of('İki kahve iç.'))
    expect(of('Bir kahve iç.')).not.toBe(of('Bir kahve iç.', 2))
    expect(of('Bir kahve iç.')).not.toBe(of('Bir kahveyi iç.'))
  })
})

describe('confidential words', () => {
  const rules = compileRules(
    [],
    [{ id: 's', words: ['Gaziantep dükkânı', 'Project Otter'], embargoUntil: '2026-12-03', contact: 'PR' }],
    null,
  )
  const found = (text: string, day = '2026-11-22') =>
    checkSecrets(rules, { parts: [{ text, altTexts: [] }], title: null }, day).map(({ found }) => found.words)
  it('are found in any language, hashtags and links until their day', () => {
    expect(found('Aralıkta Gaziantep dükkânımızda.')).toEqual(['Gaziantep dükkânımızda'])
    expect(found('PROJECT OTTERS #ProjectOtter https://x.example/project-otter')).toEqual([
      'PROJECT OTTERS',
      'ProjectOtter',
      'project-otter',
    ])
    expect(found('Project Otter', '2026-12-02')).toEqual(['Project Otter'])
    expect(found('Project Otter', '2026-12-03')).toEqual([])
  })
  it('say nothing of what is known about them but whom to ask', () => {
    const [hit] = checkSecrets(rules, { parts: [{ text: 'Project Otter', altTexts: [] }], title: null }, '2026-11-22')
    expect(hit?.found).toMatchObject({
      severity: 'block',
      waivable: false,
      reason: '',
      rule: '',
      note: { code: 'confidential', params: { contact: 'PR' } },
    })
    expect(JSON.stringify(hit?.found)).not.toMatch(/Gaziantep|2026-12-03|"s"/u)
  })
})
