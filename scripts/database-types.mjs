// Writes the types of all tables from the real schema (server/kernel/database/schema.ts). With --check it only compares.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isNode24, findNode, root, run } from './node-24.mjs'

const target = join(root, 'server', 'kernel', 'database', 'schema.ts')

if (!isNode24) process.exit(await run(findNode(), [import.meta.filename, ...process.argv.slice(2)]))

const { startEmbedded } = await import('../server/kernel/database/embedded/start-embedded.ts')
const { migrate } = await import('../server/kernel/database/migrate.ts')
const folder = mkdtempSync(join(tmpdir(), 'tutti-types-'))
const quiet = () => undefined
const embedded = await startEmbedded({
  folder,
  durable: false,
  log: { info: quiet, warn: console.error, error: console.error },
})
try {
  await migrate(embedded.connection)
  const { host, port, user, password, database } = embedded.connection
  const url = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  const codegen = join(
    dirname(createRequire(import.meta.url).resolve('kysely-codegen/package.json')),
    'dist',
    'cli',
    'bin.js',
  )
  const out = join(folder, 'schema.ts')
  const options = [
    '--dialect',
    'postgres',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
    '--include-pattern',
    '{public,identity,installation}.*',
  ]
  execFileSync(
    process.execPath,
    [
      codegen,
      ...options,
      '--type-mapping',
      '{"int8":"number","timestamp":"string"}',
      '--out-file',
      out,
      '--log-level',
      'error',
    ],
    {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const made = readFileSync(out, 'utf8')
  if (!process.argv.includes('--check')) (await import('node:fs')).writeFileSync(target, made)
  else if (withoutLayout(made) !== withoutLayout(readFileSync(target, 'utf8'))) {
    console.error('The types of the tables are not those of the schema. Run: node scripts/database-types.mjs')
    process.exitCode = 1
  }
} finally {
  await embedded.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The formatter may lay the file out otherwise; only the content counts. */
function withoutLayout(text) {
  return text.replaceAll(/[\s;,'"|]+/g, '')
}
