import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jobOf, messageOf, settle, type ConformanceWorld } from './conformance-world.ts'
import type { Account, Job, Part, Progress } from './port.ts'

type World = () => ConformanceWorld

/**
 * The suite that every adapter passes, registered with Vitest under the platform's name. `setUp` runs before each test
 * and must give an account of its own. What a platform cannot do is reported as skipped with the reason it names.
 */
export function conformance(name: string, setUp: () => Promise<ConformanceWorld>): void {
  describe(`${name} as a platform`, () => {
    let current: ConformanceWorld | null = null
    const world: World = () => {
      if (current === null) throw new Error('The world is made before each test')
      return current
    }
    beforeEach(async () => {
      current = await setUp()
    })
    afterEach(async () => {
      await current?.close()
      current = null
    })
    connecting(world)
    publishing(world)
    lostAnswers(world)
    failedRequests(world)
    refusing(world)
    threads(world)
    interruptedThreads(world)
    afterwards(world)
  })
}

function connecting(world: World): void {
  it('connects with what a person enters and keeps no secret among the settings', async () => {
    const { platform, settings } = world()
    const connected = await platform.connect('organisation', 'channel', settings)
    expect(connected).toMatchObject({ kind: 'connected' })
    if (connected.kind !== 'connected') return
    expect(connected.connection.handle).not.toBe('')
    expect(connected.connection.url).toMatch(/^https?:\/\//)
    expect(connected.connection.description.id).toBe(platform.description.id)
    for (const secret of secretsOf(world())) expect(JSON.stringify(connected.connection.settings)).not.toContain(secret)
  })

  it('says which credentials are wrong instead of connecting', async (context) => {
    const { platform, wrongSettings, settings } = world()
    if (JSON.stringify(wrongSettings) === JSON.stringify(settings)) return context.skip('nothing secret is entered')
    const connected = await platform.connect('organisation', 'channel', wrongSettings)
    expect(connected).toMatchObject({ kind: 'refused', reason: { code: 'wrong-credentials' } })
  })

  it('finds the connected account working', async () => {
    expect(await world().platform.inspect(world().account())).toMatchObject({ kind: 'connected' })
  })

  it('mints a different token for every delivery', () => {
    const now = new Date()
    const tokens = Array.from({ length: 50 }, () => world().platform.publisher.mint(now))
    expect(new Set(tokens).size).toBe(50)
  })
}

function publishing(world: World): void {
  it('publishes a text once and answers with its address', async () => {
    const text = 'Yarın görüşürüz: günaydın İstanbul 👩‍👩‍👧‍👦'
    const outcome = await publish(world(), jobOf(world(), message(world(), text)))
    expect(outcome).toMatchObject({ kind: 'published' })
    if (outcome.kind !== 'published') return
    expect(outcome.url).toMatch(/^https?:\/\//)
    const remote = await world().listRemote()
    expect(remote).toHaveLength(1)
    expect(remote[0]?.remoteId).toBe(outcome.remoteId)
    expect(remote[0]?.text).toContain(text)
  })

  it('publishes pictures with their alternative texts in order', async (context) => {
    const { picture, platform, messageDefaults } = world()
    if (platform.description.pictures.most < 2) return context.skip('a post takes fewer than two pictures')
    const pictures = [await picture('A red field'), await picture('Kırmızı bir tarla, “güneşli” gün')]
    const parts: [Part] = [{ text: 'Two pictures', pictures }]
    await settle(world(), jobOf(world(), messageOf(parts, messageDefaults)))
    const remote = await world().listRemote()
    expect(remote.map((post) => post.altTexts)).toEqual([['A red field', 'Kırmızı bir tarla, “güneşli” gün']])
  })

  it('sends nothing when the job is aborted before it begins', async () => {
    const job = jobOf(world(), message(world(), 'Too late'), AbortSignal.abort())
    expect(await publish(world(), job)).toMatchObject({ kind: 'not-sent' })
    expect(await world().listRemote()).toHaveLength(0)
  })
}

function lostAnswers(world: World): void {
  it('is unsure when the answer is lost, and looking up finds the one post', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    if (world().platform.description.lookUp === 'none') return context.skip('nothing can be looked up on this platform')
    const job = jobOf(world(), message(world(), 'Answer lost'))
    expect(await world().platform.publisher.lookUp(job)).toMatchObject({ kind: 'absent' })
    world().network.loseNextAnswer(isPosting)
    expect(await publish(world(), job)).toMatchObject({ kind: 'unknown' })
    const [remote, ...others] = await world().listRemote()
    expect(others).toEqual([])
    expect(await world().platform.publisher.lookUp(job)).toMatchObject({ kind: 'found', remoteId: remote?.remoteId })
  })

  it('leaves the decision to a person when nothing can be looked up', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    if (world().platform.description.lookUp !== 'none') return context.skip('this platform can be looked up')
    const job = jobOf(world(), message(world(), 'Answer lost'))
    world().network.loseNextAnswer(isPosting)
    expect(await publish(world(), job)).toMatchObject({ kind: 'unknown' })
    expect(await world().platform.publisher.lookUp(job)).toMatchObject({ kind: 'unclear' })
  })

  it('makes one post when the same job is repeated without asking', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    const { blindRepeat } = world()
    if (blindRepeat !== 'one-post') return context.skip(blindRepeat.notHere)
    const job = jobOf(world(), message(world(), 'Said twice, posted once'))
    world().network.loseNextAnswer(isPosting)
    expect(await publish(world(), job)).toMatchObject({ kind: 'unknown' })
    const again = await publish(world(), job)
    expect(again).toMatchObject({ kind: 'published' })
    expect(await publish(world(), job)).toEqual(again)
    expect(await world().listRemote()).toHaveLength(1)
  })
}

function failedRequests(world: World): void {
  it('knows that nothing was sent when the connection is refused, and a repeat publishes once', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    const job = jobOf(world(), message(world(), 'Second attempt'))
    world().network.refuseNextConnection(isPosting)
    const outcome = await publish(world(), job)
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { code: 'unreachable' } })
    expect(await world().listRemote()).toHaveLength(0)
    expect(await publish(world(), job)).toMatchObject({ kind: 'published' })
    expect(await world().listRemote()).toHaveLength(1)
  })

  it('ends with one post after a server error of which nobody knows what it did', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    if (world().platform.description.lookUp === 'none') return context.skip('nothing can be looked up on this platform')
    const job = jobOf(world(), message(world(), 'After an error'))
    world().network.answerNext(isPosting, { status: 503, body: '<html>Service Unavailable</html>' })
    expect(['unknown', 'not-sent']).toContain((await publish(world(), job)).kind)
    await settle(world(), job)
    expect(await world().listRemote()).toHaveLength(1)
  })
}

function refusing(world: World): void {
  it('is refused for good when the text is too long', async (context) => {
    const { tooLong } = world()
    if (typeof tooLong !== 'string') return context.skip(tooLong.notHere)
    const outcome = await publish(world(), jobOf(world(), message(world(), tooLong)))
    expect(outcome).toMatchObject({ kind: 'refused' })
    if (outcome.kind === 'refused') expect(['text-too-long', 'content-rejected']).toContain(outcome.reason.code)
    expect(await world().listRemote()).toHaveLength(0)
  })

  it('asks to be reconnected when the credentials were revoked, and tells no secret', async (context) => {
    const { revoke } = world()
    if (typeof revoke !== 'function') return context.skip(revoke.notHere)
    const secrets = secretsOf(world())
    await revoke()
    const outcome = await publish(world(), jobOf(world(), message(world(), 'Nobody may post this')))
    expect(outcome).toMatchObject({ kind: 'reconnect' })
    for (const secret of secrets) expect(JSON.stringify(outcome)).not.toContain(secret)
    expect(await world().platform.inspect(world().account())).toMatchObject({ kind: 'refused' })
  })

  it('waits as long as the rate limit says', async (context) => {
    const { limitRate } = world()
    if (typeof limitRate !== 'function') return context.skip(limitRate.notHere)
    await limitRate()
    const outcome = await publish(world(), jobOf(world(), message(world(), 'One too many')))
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { code: 'rate-limited' } })
    if (outcome.kind === 'not-sent') expect(outcome.retryAt?.getTime()).toBeGreaterThan(Date.now())
    expect(await world().listRemote()).toHaveLength(0)
  })
}

const texts = ['First of three', 'Second of three', 'Third of three'] as const

function threads(world: World): void {
  it('publishes a thread in order, each part continuing the one before', async (context) => {
    if (!world().platform.description.threads) return context.skip('the platform has no threads')
    const published = await settle(world(), threadJob(world(), texts))
    await expectThread(world(), texts, published.remoteId)
  })

  it('removes every part of a thread', async (context) => {
    const { description, publisher } = world().platform
    if (!description.threads || !description.deletes)
      return context.skip('the platform has no threads that can be deleted')
    const job = threadJob(world(), texts)
    const published = await settle(world(), job)
    expect(await publisher.remove(world().account(), published, job.progress)).toEqual({ kind: 'removed' })
    expect(await world().listRemote()).toEqual([])
  })
}

function interruptedThreads(world: World): void {
  it('completes a thread whose second part lost its answer, repeating no part', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    if (!world().platform.description.threads) return context.skip('the platform has no threads')
    const job = threadJob(world(), texts)
    world().network.loseNextAnswer(isPosting, 1)
    const published = await settle(world(), job)
    await expectThread(world(), texts, published.remoteId)
  })

  it('completes a thread that stopped after its first part, repeating no part', async (context) => {
    const { isPosting } = world()
    if (typeof isPosting !== 'function') return context.skip(isPosting.notHere)
    if (!world().platform.description.threads) return context.skip('the platform has no threads')
    const job = threadJob(world(), texts)
    world().network.refuseNextConnection(isPosting, 1)
    expect((await publish(world(), job)).kind).not.toBe('published')
    const published = await settle(world(), job)
    await expectThread(world(), texts, published.remoteId)
  })
}

function afterwards(world: World): void {
  it('removes a post, and says the same when it is already gone', async (context) => {
    const { description, publisher } = world().platform
    if (!description.deletes) return context.skip('the platform cannot delete')
    const job = jobOf(world(), message(world(), 'Gone tomorrow'))
    const published = await settle(world(), job)
    const remove = (account: Account, progress: Progress) => publisher.remove(account, published, progress)
    expect(await remove(world().account(), job.progress)).toEqual({ kind: 'removed' })
    expect(await world().listRemote()).toEqual([])
    expect(await remove(world().account(), job.progress)).toEqual({ kind: 'removed' })
  })

  it('reports the counts that it says it offers', async (context) => {
    const { platform, react } = world()
    if (platform.meter === null) return context.skip('the platform offers no counts')
    if (typeof react !== 'function') return context.skip(react.notHere)
    const { remoteId } = await settle(world(), jobOf(world(), message(world(), 'How is it going')))
    const expected = await react(remoteId)
    const measured = await platform.meter.measure(world().account(), [remoteId])
    if (measured.kind !== 'measured') throw new Error(`Not measured: ${JSON.stringify(measured)}`)
    for (const measure of measured.measures) expect(platform.description.metrics).toContain(measure.metric)
    for (const [metric, value] of Object.entries(expected)) {
      expect(measured.measures).toContainEqual({ remoteId, metric, value })
    }
  })
}

function publish(world: ConformanceWorld, job: Job) {
  return world.platform.publisher.publish(job)
}

function message(world: ConformanceWorld, text: string) {
  return messageOf([{ text, pictures: [] }], world.messageDefaults)
}

function threadJob(world: ConformanceWorld, texts: readonly [string, ...string[]]): Job {
  const [first, ...rest] = texts.map((text) => ({ text, pictures: [] }))
  if (first === undefined) throw new Error('A thread has at least one part')
  return jobOf(world, messageOf([first, ...rest], world.messageDefaults))
}

async function expectThread(world: ConformanceWorld, texts: readonly string[], firstId: string): Promise<void> {
  const remote = await world.listRemote()
  expect(remote).toHaveLength(texts.length)
  let parent: string | null = null
  for (const text of texts) {
    const post = remote.find((one) => one.text.includes(text))
    if (parent === null) expect(post?.remoteId).toBe(firstId)
    expect(post?.replyTo).toBe(parent)
    parent = post?.remoteId ?? null
  }
}

function secretsOf(world: ConformanceWorld): readonly string[] {
  const fields = world.platform.description.settings.filter((field) => field.kind === 'secret')
  const entered = fields.map((field) => world.settings[field.name] ?? '')
  return [...entered, ...Object.values(world.account().credentials)].filter((value) => value.length >= 8)
}
