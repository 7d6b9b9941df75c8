import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import * as variable from './config-variables.ts'

const megabyte = 1_000_000

/** Settings that say nothing have these values. PORT 0 takes any free port. */
const variables = z.object({
  PORT: variable.wholeNumber(0, 65_535).default(4000),
  HOST: variable.text.default('0.0.0.0'),
  TUTTI_DATA: variable.text.default('./data'),
  DATABASE_URL: variable.postgresUrl.nullable().default(null),
  TUTTI_ROLE: variable.oneOf(['web', 'worker', 'all']).default('all'),
  TUTTI_KEY: variable.key.nullable().default(null),
  TUTTI_URL: variable.publicUrl.optional(),
  TUTTI_ALLOW_PRIVATE_ADDRESSES: variable.yesOrNo.default(false),
  TUTTI_TRUST_PROXY: variable.yesOrNo.default(false),
  TUTTI_LOG_LEVEL: variable.oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TUTTI_DELIVERY_LEASE_SECONDS: variable.wholeNumber(2, 3600).default(60),
  TUTTI_DELIVERY_CONCURRENCY: variable.wholeNumber(1, 1000).default(32),
  TUTTI_POSTGRES_BINARIES: variable.text.nullable().default(null),
  SMTP_URL: variable.smtpUrl.nullable().default(null),
  SMTP_FROM: variable.sender.nullable().default(null),
  TUTTI_METRICS_TOKEN: variable.token.nullable().default(null),
  TUTTI_MAX_UPLOAD_MB: variable.wholeNumber(1, 2000).default(25),
  TUTTI_BLUESKY_PROFILES: variable.publicUrl.default('https://public.api.bsky.app'),
})

/** Never repeated in a message. */
const secretVariables = new Set(['DATABASE_URL', 'TUTTI_KEY', 'SMTP_URL', 'TUTTI_METRICS_TOKEN'])

export interface Config {
  readonly port: number
  /** Where the server listens; by default on every network interface, as a server for an organisation does. */
  readonly host: string
  readonly dataFolder: string
  /** Null: the PostgreSQL that comes along. */
  readonly databaseUrl: string | null
  readonly role: 'web' | 'worker' | 'all'
  /** Origin under which people reach the server, without a slash at the end. */
  readonly publicUrl: string
  readonly allowPrivateAddresses: boolean
  /** Whether `x-forwarded-for` and its kin are believed. */
  readonly trustProxy: boolean
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  readonly delivery: { readonly leaseSeconds: number; readonly concurrency: number }
  /** Null: no mail is sent. */
  readonly smtp: { readonly url: string; readonly from: string } | null
  /** Null: metrics are readable from this machine only. */
  readonly metricsToken: string | null
  readonly mostUploadBytes: number
  /** Origin that shows public Bluesky profiles without signing in. */
  readonly blueskyProfiles: string
  /** Null: the key file in the data folder. */
  readonly installationKey: Buffer | null
  readonly postgresBinaries: string | null
  /** Sentences about variables that look like ours but have no effect, for the log. */
  readonly warnings: readonly string[]
}

export interface ConfigProblem {
  readonly variable: string
  /** What was found; null for a secret or where nothing is set. */
  readonly got: string | null
  readonly expected: string
}

/** Wrong settings, all of them at once; the message is ready to be printed. */
export class ConfigError extends CannotStart {
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(['Tutti cannot start with these settings:', ...problems.map(sentence)].join('\n'))
    this.problems = problems
  }
}

/**
 * The settings of this process, read once from the environment. A variable set to nothing counts as not set. Throws
 * ConfigError that lists every wrong variable; secrets are not repeated in it.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = variables.safeParse(given)
  const problems = [...wrongVariables(given, parsed.error), ...halfSmtp(given)]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return { ...toConfig(parsed.data), warnings: unknownVariables(env) }
}

function toConfig(read: z.infer<typeof variables>): Omit<Config, 'warnings'> {
  const { SMTP_URL: url, SMTP_FROM: from } = read
  return {
    port: read.PORT,
    host: read.HOST,
    dataFolder: read.TUTTI_DATA,
    databaseUrl: read.DATABASE_URL,
    role: read.TUTTI_ROLE,
    publicUrl: read.TUTTI_URL ?? `http://localhost:${read.PORT}`,
    allowPrivateAddresses: read.TUTTI_ALLOW_PRIVATE_ADDRESSES,
    trustProxy: read.TUTTI_TRUST_PROXY,
    logLevel: read.TUTTI_LOG_LEVEL,
    delivery: { leaseSeconds: read.TUTTI_DELIVERY_LEASE_SECONDS, concurrency: read.TUTTI_DELIVERY_CONCURRENCY },
    smtp: url === null || from === null ? null : { url, from },
    metricsToken: read.TUTTI_METRICS_TOKEN,
    mostUploadBytes: read.TUTTI_MAX_UPLOAD_MB * megabyte,
    blueskyProfiles: read.TUTTI_BLUESKY_PROFILES,
    installationKey: read.TUTTI_KEY,
    postgresBinaries: read.TUTTI_POSTGRES_BINARIES,
  }
}

type Given = Readonly<Record<string, string | undefined>>

function wrongVariables(given: Given, error: z.ZodError | undefined): ConfigProblem[] {
  return (error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0])
    return { variable: name, got: secretVariables.has(name) ? null : (given[name] ?? null), expected: message }
  })
}

function halfSmtp(given: Given): ConfigProblem[] {
  const missing = ['SMTP_URL', 'SMTP_FROM'].filter((name) => given[name] === undefined)
  if (missing.length !== 1) return []
  return missing.map((name) => ({
    variable: name,
    got: null,
    expected: 'SMTP_URL and SMTP_FROM are set together, or neither',
  }))
}

function unknownVariables(env: Given): string[] {
  const known = new Set(Object.keys(variables.shape))
  return Object.keys(env)
    .filter((name) => name.startsWith('TUTTI_') && !known.has(name))
    .map((name) => `${name} is not a setting of Tutti and has no effect. Is it spelled as in the guide?`)
}

function sentence({ variable: name, got, expected }: ConfigProblem): string {
  if (got !== null) return `- ${name} is ${JSON.stringify(got)}. Expected: ${expected}.`
  const found = secretVariables.has(name) ? 'is not right (its value is not shown)' : 'is not set'
  return `- ${name} ${found}. Expected: ${expected}.`
}
