import { describe, expect, it } from 'vitest'
import { sideOf, type Figures } from './compare.ts'
import { findingsOf, type Audited } from './findings.ts'
import { tidyHandle } from './handle.ts'
import { engagementRate, rhythmOf } from './rhythm.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const post = (days: number, interactions: number | null = null) => ({ at: daysAgo(days), interactions })

describe('the rhythm of an account', () => {
  it('is over four weeks where all of them are in sight', () => {
    const posts = [1, 8, 15, 22, 27, 40].map((days) => post(days, days))
    expect(rhythmOf(posts, NOW, false)).toEqual({
      postsPerWeek: '1.25',
      interactionsPerPost: '14.6',
      postsSeen: 5,
      daysSeen: 28,
      lastPostAt: daysAgo(1),
    })
  })

  it('is over the days in sight where a list ends earlier and goes on', () => {
    const posts = Array.from({ length: 40 }, (_, place) => post(place / 4))
    const { postsPerWeek, daysSeen, interactionsPerPost } = rhythmOf(posts, NOW, false)
    expect([postsPerWeek, daysSeen, interactionsPerPost]).toEqual(['28.72', 10, null])
  })

  it('is over four weeks for a young account, whose list is complete', () => {
    expect(rhythmOf([post(1), post(2)], NOW, true).postsPerWeek).toBe('0.5')
  })

  it('is at most what a day brought, however close the posts are', () => {
    expect(rhythmOf([post(0.01), post(0.02)], NOW, false).postsPerWeek).toBe('14')
  })

  it('is nothing without posts, and leaves out those of the future', () => {
    expect(rhythmOf([post(-3)], NOW, false)).toMatchObject({ postsPerWeek: '0', postsSeen: 0, lastPostAt: null })
  })

  it.each([
    ['12.5', 500, '2.5'],
    ['3', 0, null],
    [null, 10, null],
    ['1', null, null],
    ['1', 30_000, '0'],
  ])('gives %s interactions of %s followers a rate of %s', (interactions, followers, rate) => {
    expect(engagementRate(interactions, followers)).toBe(rate)
  })
})

const reading = {
  at: daysAgo(1),
  lastPostAt: daysAgo(2),
  postsPerWeek: '2',
  hasPicture: true,
  hasText: true,
  hasLink: true,
}
const good: Audited = { state: 'owned', competitor: false, held: 'by-somebody', lookUpProblem: null, reading }

it.each<[string, Partial<Audited>, string[]]>([
  ['nothing about one in good order', {}, []],
  ['nothing about a competitor’s', { competitor: true, held: 'by-nobody', reading: null }, []],
  ['only that it is rogue', { state: 'rogue', held: 'by-nobody', reading: null }, ['rogue']],
  ['that it waits to be closed', { state: 'to-close' }, ['to-close']],
  ['that nobody holds a dormant one', { state: 'dormant', held: 'by-nobody', reading: null }, ['no-holder']],
  ['that its holder has left', { held: 'by-somebody-who-left' }, ['holder-left']],
  ['that it was never looked at', { reading: null }, ['never-read']],
  ['that it is gone', { lookUpProblem: 'look-up.not-found' }, ['not-found']],
  ['silence of more than 60 days', { reading: { ...reading, lastPostAt: daysAgo(61) } }, ['quiet']],
  ['no silence on the 60th day', { reading: { ...reading, lastPostAt: daysAgo(60) } }, []],
  ['silence where the rhythm is nothing', { reading: { ...reading, lastPostAt: null, postsPerWeek: '0' } }, ['quiet']],
  ['no silence where nothing is known', { reading: { ...reading, lastPostAt: null, postsPerWeek: null } }, []],
  ['a profile without a text', { reading: { ...reading, hasText: false } }, ['profile-incomplete']],
  ['no gap where nothing is known', { reading: { ...reading, hasLink: null } }, []],
  [
    'a reading older than 90 days',
    { reading: { ...reading, at: daysAgo(91), lastPostAt: daysAgo(50) } },
    ['old-reading'],
  ],
])('of an account the audit notices %s', (_, differing, findings) => {
  expect(findingsOf({ ...good, ...differing }, NOW)).toEqual(findings)
})

const figures = (differing: Partial<Figures>): Figures => ({
  read: true,
  followers: null,
  followersBefore: null,
  postsPerWeek: null,
  interactionsPerPost: null,
  ...differing,
})

describe('a side of the comparison', () => {
  it('sums followers and rhythm, and weighs interactions by posts a week', () => {
    const side = sideOf([
      figures({ followers: 1000, followersBefore: 900, postsPerWeek: '3', interactionsPerPost: '10' }),
      figures({ followers: 200, followersBefore: 250, postsPerWeek: '1', interactionsPerPost: '2' }),
    ])
    expect(side).toEqual({
      accounts: 2,
      read: 2,
      followers: 1200,
      followersGained: 50,
      postsPerWeek: '4',
      interactionsPerPost: '8',
      engagementRate: '1',
    })
  })

  it('leaves out what is not known instead of taking it for nothing', () => {
    const side = sideOf([figures({ followers: 100 }), figures({ read: false }), figures({ postsPerWeek: '2.5' })])
    expect(side).toMatchObject({ accounts: 3, read: 2, followers: 100, followersGained: null, postsPerWeek: '2.5' })
    expect([side.interactionsPerPost, side.engagementRate]).toEqual([null, null])
  })

  it('of one account alone has its own figures', () => {
    const one = figures({ followers: 400, postsPerWeek: '7', interactionsPerPost: '6' })
    expect(sideOf([one])).toMatchObject({ interactionsPerPost: '6', engagementRate: engagementRate('6', 400) })
  })

  it('of nobody knows nothing', () => {
    expect(sideOf([])).toMatchObject({ accounts: 0, followers: null, engagementRate: null })
  })
})

it.each([
  ['mastodon', '@Brand', 'https://example.social/@Brand', 'Brand@example.social'],
  ['mastodon', 'https://example.social/@brand', '', 'brand@example.social'],
  ['mastodon', '@brand@example.social', '', 'brand@example.social'],
  ['mastodon', 'brand', '', 'brand'],
  ['bluesky', 'https://bsky.app/profile/brand.example', '', 'brand.example'],
  ['x', '@brand', '', 'brand'],
  ['wordpress', 'https://example.org/blog/', '', 'example.org/blog'],
] as const)('a %s account entered as %s (%s) is %s', (platform, entered, url, handle) => {
  expect(tidyHandle(platform, entered, url)).toEqual({ handle, key: handle.toLowerCase() })
})
