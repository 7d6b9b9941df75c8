import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { traverseContractProcedures } from '@orpc/server'
import { ACTIONS } from '#contract/actions.ts'
import { contract } from '#contract/index.ts'

/** In this order: a room may use the faces of those before it, and never of those after it. */
const ROOMS = [
  'organisation',
  'governance',
  'strategy',
  'content',
  'publishing',
  'listening',
  'engagement',
  'advocacy',
  'measurement',
  'review',
]

/** Who may import whom; the first matching row decides. Relative imports stay within a folder and are not asked about. */
const WALLS: readonly (readonly [importer: RegExp, mayImport: RegExp])[] = [
  [/\.test\.tsx?$|\.e2e\.ts$|^test\/|\/test-[\w-]+\.ts$|conformance/, /./],
  [/^contract\//, /^(zod|@orpc\/contract)$/],
  [/^locales\//, /^#locales\//],
  [/^server\/(main|cli|app|run-server|open-installation)\.ts$/, /./],
  [/^server\/(commands|sample)\//, /./],
  [/^server\/kernel\//, /^(?!#)|^#(contract|locales|server\/kernel)\//],
  [/^server\/platforms\/registry\.ts$/, /^#server\/kernel\//],
  [/^server\/platforms\//, /^(?!#)|^#contract\/|^#server\/platforms\/port\.ts$|^#server\/kernel\//],
  // Pure: no database, no network, no files. Types of the port are the vocabulary of deliveries.
  [
    /^server\/features\/\w+\/domain\//,
    /^(node:crypto|temporal-polyfill|marked|zod|date-holidays|papaparse)$|^#contract\/|^#server\/platforms\/port\.ts$|^#server\/kernel\/facts\.ts$/,
  ],
  ...ROOMS.map((room, place): [RegExp, RegExp] => [
    new RegExp(`^server/features/${room}/`),
    new RegExp(
      `^(?!#)|^#contract/|^#server/kernel/|^#server/platforms/port\\.ts$|^#server/features/(${ROOMS.slice(0, place).join('|') || '-'})/index\\.ts$`,
    ),
  ]),
  [/^web\/(main|routes)\.tsx$/, /^(?!#)|^#(web|contract|locales)\//],
  [/^web\/(ui|kernel)\//, /^(?!#)|^#(contract|locales)\/|^#web\/(ui|kernel)\//],
  [/^web\/features\//, /^(?!#)|^#(contract|locales)\/|^#web\/(ui|kernel)\//],
]
const VAGUE =
  /(^|\/|-)(utils?|helpers?|common|misc|shared|manager|service)\.tsx?$|\/(utils|helpers|common|misc|shared)\//
/** Where one rule is silenced on one line, and which: each for a reason that its comment gives. */
const SILENCED: Readonly<Record<string, readonly string[]>> = {
  'web/ui/form.ts': ['oxlint-disable-next-line react/exhaustive-deps'],
  'web/features/content/editor/conflict-card.tsx': ['oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex'],
  'web/features/governance/policies/who-accepted-card.tsx': [
    'oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex',
  ],
  'web/features/publishing/compose-screen.tsx': ['oxlint-disable-next-line react/exhaustive-deps'],
  'web/features/strategy/scorecard/slides.tsx': ['oxlint-disable-next-line react/exhaustive-deps'],
}
const GENERATED = 'server/kernel/database/schema.ts'

const files = globSync('{contract,server,web,test,locales}/**/*.{ts,tsx}').filter((file) => file !== GENERATED)

function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}

function resolveRelative(file: string, name: string): string {
  return new URL(name, `file:///${file}`).pathname.slice(1)
}

/** The house a relative import must stay in: a room, a platform's folder, or one of the top folders. */
function houseOf(file: string): string {
  return (
    /^(server\/(?:features|platforms)\/[^/]+|web\/features\/[^/]+|(?:server|web)\/[^/]+|[^/]+)\//.exec(file)?.[1] ??
    file
  )
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8')

  it('imports only what its place allows', () => {
    const allowed = WALLS.find(([importer]) => importer.test(file))?.[1] ?? /^$/
    const forbidden = importsOf(text).filter((name) => {
      if (!name.startsWith('.')) return !allowed.test(name)
      const target = resolveRelative(file, name)
      if (/(^|\/)domain\//.test(file) && !file.endsWith('.test.ts')) return !target.includes('/domain/')
      return (
        houseOf(target) !== houseOf(file) &&
        !/^(server|web)\/[^/]+\.tsx?$/.test(file) &&
        !file.startsWith('test/') &&
        target !== 'server/platforms/port.ts' &&
        !/^server\/platforms\/(conformance|faulty)/.test(target) &&
        !file.startsWith('server/platforms/registry')
      )
    })
    expect(forbidden).toEqual([])
  })

  it('has a telling name and a readable length', () => {
    expect(file).not.toMatch(VAGUE)
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(/\.(test|e2e)\.tsx?$/.test(file) ? 500 : 300)
  })

  it('holds no any and leaves nothing for later', () => {
    if (file === 'test/architecture.test.ts') return
    expect(
      withoutComments(text).match(/:\s*any\b|\bas any\b|<any>|\b(?:it|test|describe)\.(?:skip|only)\(/g) ?? [],
    ).toEqual([])
    expect(text.match(/\bTODO\b|\bFIXME\b/g) ?? []).toEqual([])
  })

  it('silences no checker but where it is known and said why', () => {
    if (file === 'test/architecture.test.ts') return
    const silenced =
      text.match(/@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint)-(?:disable|enable)[^\n*]*/g) ?? []
    expect(silenced.map((one) => one.trim())).toEqual(SILENCED[file] ?? [])
  })

  it('writes only the tables of its own room', () => {
    const room = /^server\/features\/(\w+)\//.exec(file)?.[1]
    if (room === undefined || file.includes('.test.') || file.includes('test-')) return
    const written = [
      ...text.matchAll(/(?:insertInto|updateTable|deleteFrom)\('([\w.]+)/g),
      ...text.matchAll(/\b(?:insert into|update|delete from) ([a-z]+_[a-z_]+)/g),
    ].map((match) => match[1] ?? '')
    const own = room === 'organisation' ? /^(organisation|identity\.)/ : new RegExp(`^${room}_`)
    expect(written.filter((table) => !own.test(table))).toEqual([])
  })
})

it('keeps half of the source files short', () => {
  const lengths = files
    .filter((file) => !/test/.test(file))
    .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
    .sort((one, other) => one - other)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
})

it('gives every route of the contract a right, an address of its own and words', () => {
  const seen = new Set<string>()
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const { meta, route } = procedure['~orpc']
    expect([...ACTIONS, 'public', 'signed-in'], path.join('.')).toContain((meta as { may?: string }).may)
    expect(route.summary, path.join('.')).toBeTruthy()
    const address = `${route.method} ${route.path}`
    expect(seen.has(address), address).toBe(false)
    seen.add(address)
  })
  expect(seen.size).toBeGreaterThan(60)
})

it('names no workplace, no machine and no registry', () => {
  const texts = globSync(
    '{*.md,docs/**/*.md,scripts/**/*.*,bin/**/*.*,.ci/run,server/**/*.sql,package.json,package-lock.json,contract/**/*.ts,server/**/*.ts,web/**/*.{ts,tsx,css},test/**/*.ts}',
    { exclude: (name) => name.includes('node_modules') },
  )
  const found = texts.filter(
    (file) =>
      file !== 'test/architecture.test.ts' &&
      /\/work\/(main|shared)|registry\.npmjs|\.library\b/.test(readFileSync(file, 'utf8')),
  )
  expect(found).toEqual([])
})
