import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

function errorOf(env: Record<string, string>): ConfigError {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  return expect.fail('the settings were accepted')
}

describe('settings that are not made', () => {
  it('have values with which the server runs', () => {
    expect(readConfig({ PATH: '/bin', TUTTI_ROLE: '', SMTP_URL: ' ', HOST: undefined })).toEqual({
      port: 4000,
      host: '0.0.0.0',
      dataFolder: './data',
      databaseUrl: null,
      role: 'all',
      publicUrl: 'http://localhost:4000',
      allowPrivateAddresses: false,
      trustProxy: false,
      logLevel: 'info',
      delivery: { leaseSeconds: 60, concurrency: 32 },
      smtp: null,
      metricsToken: null,
      mostUploadBytes: 25_000_000,
      blueskyProfiles: 'https://public.api.bsky.app',
      installationKey: null,
      postgresBinaries: null,
      warnings: [],
    })
  })

  it('leave the public address at the port', () => {
    expect(readConfig({ PORT: '80' }).publicUrl).toBe('http://localhost:80')
  })
})

describe('settings that are made', () => {
  it('are all read', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      TUTTI_DATA: '/srv/tutti',
      DATABASE_URL: 'postgres://tutti:word@db/tutti',
      TUTTI_ROLE: 'worker',
      TUTTI_KEY: Buffer.alloc(32, 7).toString('base64'),
      TUTTI_URL: 'https://Social.example.org/',
      TUTTI_ALLOW_PRIVATE_ADDRESSES: 'TRUE',
      TUTTI_TRUST_PROXY: '1',
      TUTTI_LOG_LEVEL: 'debug',
      TUTTI_DELIVERY_LEASE_SECONDS: '120',
      TUTTI_DELIVERY_CONCURRENCY: '8',
      TUTTI_POSTGRES_BINARIES: '/usr/lib/postgresql/17/bin',
      SMTP_URL: 'smtp://mail.example.org:587',
      SMTP_FROM: 'Tutti <tutti@example.org>',
      TUTTI_METRICS_TOKEN: 'a-token-of-some-length',
      TUTTI_MAX_UPLOAD_MB: '100',
      TUTTI_BLUESKY_PROFILES: 'https://profiles.example.org',
    })
    expect(config).toEqual({
      port: 0,
      host: '127.0.0.1',
      dataFolder: '/srv/tutti',
      databaseUrl: 'postgres://tutti:word@db/tutti',
      role: 'worker',
      publicUrl: 'https://social.example.org',
      allowPrivateAddresses: true,
      trustProxy: true,
      logLevel: 'debug',
      delivery: { leaseSeconds: 120, concurrency: 8 },
      smtp: { url: 'smtp://mail.example.org:587', from: 'Tutti <tutti@example.org>' },
      metricsToken: 'a-token-of-some-length',
      mostUploadBytes: 100_000_000,
      blueskyProfiles: 'https://profiles.example.org',
      installationKey: Buffer.alloc(32, 7),
      postgresBinaries: '/usr/lib/postgresql/17/bin',
      warnings: [],
    })
  })

  it('that are misspelled are pointed out, without their value', () => {
    const { warnings } = readConfig({ TUTTI_DELIVERY_LEASE: 'seventy', TUTTI_ROLE: 'web', OTHER: 'x' })
    expect(warnings).toEqual([expect.stringContaining('TUTTI_DELIVERY_LEASE is not a setting')])
    expect(warnings.join()).not.toContain('seventy')
  })
})

describe('wrong settings', () => {
  it('are listed all at once, with what was found and what is expected', () => {
    const error = errorOf({ PORT: '80 80', TUTTI_ROLE: 'boss', TUTTI_TRUST_PROXY: 'maybe', SMTP_URL: 'smtp://mail' })
    expect(error.problems).toEqual([
      { variable: 'PORT', got: '80 80', expected: 'a whole number from 0 to 65535' },
      { variable: 'TUTTI_ROLE', got: 'boss', expected: 'web, worker, all' },
      { variable: 'TUTTI_TRUST_PROXY', got: 'maybe', expected: 'true or false' },
      { variable: 'SMTP_FROM', got: null, expected: 'SMTP_URL and SMTP_FROM are set together, or neither' },
    ])
    expect(error.message.split('\n')).toContain('- TUTTI_ROLE is "boss". Expected: web, worker, all.')
  })

  it.each([
    ['DATABASE_URL', 'mysql://root:planted@db/x'],
    ['TUTTI_KEY', 'planted'],
    ['SMTP_URL', 'https://planted@mail'],
    ['TUTTI_METRICS_TOKEN', 'planted'],
  ])('never repeat a secret: %s', (name, value) => {
    const error = errorOf({ [name]: value })
    expect(error.problems.map(({ variable }) => variable)).toContain(name)
    expect(JSON.stringify(error.problems) + error.message).not.toContain('planted')
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['TUTTI_URL', 'social.example.org'],
    ['TUTTI_URL', 'https://example.org/social'],
    ['TUTTI_URL', 'https://me:word@example.org'],
    ['TUTTI_URL', 'ftp://example.org'],
    ['TUTTI_LOG_LEVEL', 'loud'],
    ['TUTTI_DELIVERY_LEASE_SECONDS', '1'],
    ['TUTTI_DELIVERY_CONCURRENCY', '0'],
    ['TUTTI_MAX_UPLOAD_MB', '0.5'],
    ['SMTP_FROM', 'nobody'],
  ])('are refused: %s=%s', (name, value) => {
    expect(errorOf({ [name]: value }).problems[0]?.variable).toBe(name)
  })
})
