import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

const planted = 'pl4nted-s3cret-value'

function listening(level: Parameters<typeof createLog>[0] = 'trace') {
  const lines: string[] = []
  return { log: createLog(level, { write: (line) => void lines.push(line) }), lines }
}

const nest = (value: unknown, depth: number): unknown =>
  depth === 0 ? value : { inner: depth % 2 === 0 ? [nest(value, depth - 1)] : nest(value, depth - 1) }

describe('a log line', () => {
  it('is one line of JSON with fields, level, time and sentence, and a child adds its fields', () => {
    const { log, lines } = listening()
    log
      .child({ feature: 'publishing' })
      .info({ deliveryId: 'd1', tries: 2, late: false, none: null }, 'delivery is late')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      feature: 'publishing',
      deliveryId: 'd1',
      tries: 2,
      late: false,
      none: null,
      msg: 'delivery is late',
    })
  })

  it('below the level is not written', () => {
    const { log, lines } = listening('warn')
    log.info('quiet')
    log.warn('loud')
    expect(lines).toHaveLength(1)
  })

  it('shows type, message and stack of an error', () => {
    const { log, lines } = listening()
    log.error(new TypeError('broken'), 'a job failed')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { type: 'TypeError', message: 'broken', stack: expect.stringContaining('log.test.ts') },
      msg: 'a job failed',
    })
  })
})

describe('a secret never appears', () => {
  const names =
    'authorization Authorization cookie set-cookie password token accessToken access_token refreshToken appPassword ' +
    'apiKey x-api-key key secret client_secret credentials accessJwt'

  it.each(names.split(' '))('under the name %s, however deep', (name) => {
    const { log, lines } = listening()
    for (const depth of [0, 1, 2, 5, 9]) {
      for (const value of [planted, [planted], { a: planted }]) log.info({ request: nest({ [name]: value }, depth) })
    }
    log.info({ [name]: planted })
    expect(lines).toHaveLength(16)
    expect(lines.join()).not.toContain(planted)
    expect(lines.every((line) => line.includes('[removed]'))).toBe(true)
  })

  it.each([
    `https://graph.example/me?fields=id&access_token=${planted}&limit=5`,
    `/callback?code=${planted}&state=${planted}`,
    `https://me:${planted}@social.example/path`,
    `postgres://tutti:${planted}@db:5432/tutti`,
    `the server said: authorization: Bearer ${planted}.abc`,
    `refused {"accessJwt":"${planted}","handle":"a"}`,
    `grant_type=password&password=${planted}`,
    `password=${planted}`,
  ])('in a text: %s', (text) => {
    const { log, lines } = listening()
    log.info(text)
    log.info({ url: text, nested: [{ text }] }, 'request %s', text)
    log.error(Object.assign(new Error(text, { cause: new Error(text) }), { config: { url: text } }))
    log.child({ url: text }).warn('child')
    expect(lines).toHaveLength(4)
    expect(lines.join()).not.toContain(planted)
  })

  it('in the fields of a child', () => {
    const { log, lines } = listening()
    log
      .child({ channel: { credentials: { appPassword: planted } }, token: planted })
      .child({ secret: planted })
      .info('x')
    expect(lines.join()).not.toContain(planted)
  })

  it('in an object that is put into a sentence', () => {
    const { log, lines } = listening()
    log.info('signed in with %o', { password: planted, name: 'Ayşe' })
    expect(lines.join()).not.toContain(planted)
    expect(lines.join()).toContain('Ayşe')
  })
})

it('what is no secret stays readable', () => {
  const { log, lines } = listening()
  const fields = {
    url: 'https://social.example/@anna/1?page=2&keyword=tea',
    tokenCount: 3,
    messageKey: 'a.b',
    by: 'a@b.example',
  }
  log.info({ ...fields, hasPassword: true, password: null }, 'mail to a@b.example about basic settings')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ...fields,
    hasPassword: true,
    password: null,
    msg: 'mail to a@b.example about basic settings',
  })
})

it('a hostile text of a million characters is cleaned in a moment', () => {
  const { log, lines } = listening()
  const started = performance.now()
  log.info(`"${'a-token.'.repeat(125_000)}`)
  log.info('?'.repeat(1_000_000))
  log.info('x://'.repeat(250_000))
  expect(lines).toHaveLength(3)
  expect(performance.now() - started).toBeLessThan(10_000)
})
