import type { AccountPlatform, ACCOUNT_STATES } from '#contract/audit-records.ts'
import type { ChannelDecision, Criterion } from '#contract/channel-criteria.ts'
import type { QUADRANTS } from '#contract/swot.ts'

/** In English and in Turkish. */
type Both = readonly [english: string, turkish: string]

interface SampleAccount {
  readonly platform: AccountPlatform
  readonly handle: string
  readonly url?: string
  readonly name: string
  readonly state?: (typeof ACCOUNT_STATES)[number]
  readonly holder?: string
  readonly holderWords?: Both
  readonly competitor?: string
  readonly notes?: Both
  /** The channel of this key is this account. */
  readonly channel?: 'tr' | 'dach'
  /** Followers of the newest reading, how many came each week before it, posts a week and interactions per post. */
  readonly figures?: readonly [followers: number, aWeek: number, posts: string, interactions: string | null]
  /** Days since the last post. */
  readonly lastPost?: number
  /** Picture, text, link, verified. */
  readonly profile?: readonly [boolean, boolean, boolean, boolean]
}

export const COMPETITORS = ['Morrow & Finch', 'Kahve Durağı'] as const

export const ACCOUNTS: readonly SampleAccount[] = [
  {
    platform: 'newsroom',
    handle: 'Newsroom Türkiye',
    name: 'Newsroom Türkiye',
    holder: 'Burcu Tezel',
    channel: 'tr',
    figures: [640, 9, '2.5', null],
    lastPost: 2,
    profile: [true, true, true, false],
  },
  {
    platform: 'newsroom',
    handle: 'Newsroom DACH',
    name: 'Newsroom DACH',
    holder: 'Jonas Weidmann',
    channel: 'dach',
    figures: [410, 6, '1.75', null],
    lastPost: 3,
    profile: [true, true, true, false],
  },
  {
    platform: 'instagram',
    handle: 'kavrelacoffee',
    url: 'https://www.instagram.com/kavrelacoffee',
    name: 'Kavrela Coffee',
    holder: 'Ceyda Alkan',
    figures: [18_400, 130, '4.25', '312'],
    lastPost: 1,
    profile: [true, true, true, true],
  },
  {
    platform: 'linkedin',
    handle: 'kavrela-coffee',
    url: 'https://www.linkedin.com/company/kavrela-coffee',
    name: 'Kavrela Coffee',
    holder: 'Jonas Weidmann',
    figures: [5210, 44, '1.5', '38'],
    lastPost: 5,
    profile: [true, true, true, false],
  },
  {
    platform: 'mastodon',
    handle: 'kavrela@social.example',
    url: 'https://social.example/@kavrela',
    name: 'Kavrela',
    holder: 'Burcu Tezel',
    figures: [870, 12, '3', '9.5'],
    lastPost: 2,
    profile: [true, true, false, false],
  },
  {
    platform: 'youtube',
    handle: 'KavrelaFilms',
    name: 'Kavrela Films',
    holderWords: ['Studio Nord, until March', 'Studio Nord, marta kadar'],
    figures: [2300, 3, '0', '14'],
    lastPost: 121,
    profile: [true, true, true, false],
  },
  {
    platform: 'x',
    handle: 'kavrela_tr',
    name: 'Kavrela',
    state: 'dormant',
    notes: ['Password unknown since the agency changed.', 'Ajans değiştiğinden beri parolası bilinmiyor.'],
    figures: [3900, -8, '0', null],
    lastPost: 240,
    profile: [true, true, true, false],
  },
  {
    platform: 'facebook',
    handle: 'kavrela.indirim',
    name: 'Kavrela İndirim',
    state: 'rogue',
    notes: ['Promises vouchers in our name.', 'Adımıza indirim kuponu vaat ediyor.'],
    figures: [1200, 90, '7', '61'],
    lastPost: 1,
  },
  {
    platform: 'pinterest',
    handle: 'kavrelacoffee',
    name: 'Kavrela Coffee',
    state: 'to-close',
    holder: 'Ceyda Alkan',
    figures: [120, 0, '0', null],
    lastPost: 400,
  },
  {
    platform: 'instagram',
    handle: 'morrowandfinch',
    name: 'Morrow & Finch',
    competitor: 'Morrow & Finch',
    figures: [26_900, 95, '6', '288'],
    lastPost: 1,
  },
  {
    platform: 'linkedin',
    handle: 'morrow-finch',
    name: 'Morrow & Finch',
    competitor: 'Morrow & Finch',
    figures: [8800, 21, '2', '25'],
    lastPost: 2,
  },
  {
    platform: 'instagram',
    handle: 'kahveduragi',
    name: 'Kahve Durağı',
    competitor: 'Kahve Durağı',
    figures: [41_300, 60, '9.5', '190'],
    lastPost: 1,
  },
  {
    platform: 'mastodon',
    handle: 'duragi@social.example',
    name: 'Kahve Durağı',
    competitor: 'Kahve Durağı',
    figures: [310, 2, '0.5', '3'],
    lastPost: 12,
  },
]

interface SampleSwot {
  readonly quadrant: (typeof QUADRANTS)[number]
  readonly text: Both
  /** Handles and names of competitors that it rests on. */
  readonly rests: readonly string[]
}

export const SWOT: readonly SampleSwot[] = [
  {
    quadrant: 'strength',
    text: [
      'More interactions per follower than both competitors on Instagram',
      'Instagram’da takipçi başına etkileşimimiz iki rakipten de yüksek',
    ],
    rests: ['kavrelacoffee', 'morrowandfinch', 'kahveduragi'],
  },
  {
    quadrant: 'strength',
    text: ['Farms and roastery are ours to film', 'Çiftlikleri ve kavurmahaneyi biz çekebiliyoruz'],
    rests: [],
  },
  {
    quadrant: 'weakness',
    text: ['The films went quiet when the studio’s contract ended', 'Stüdyonun sözleşmesi bitince film kanalı sustu'],
    rests: ['KavrelaFilms'],
  },
  {
    quadrant: 'weakness',
    text: ['Nobody can sign in to the old account in Türkiye', 'Türkiye’deki eski hesaba kimse giremiyor'],
    rests: ['kavrela_tr'],
  },
  {
    quadrant: 'opportunity',
    text: ['Competitors hardly speak on open networks', 'Rakipler açık ağlarda neredeyse hiç konuşmuyor'],
    rests: ['duragi@social.example'],
  },
  {
    quadrant: 'threat',
    text: ['A page in our name promises vouchers', 'Adımıza açılmış bir sayfa indirim kuponu vaat ediyor'],
    rests: ['kavrela.indirim'],
  },
]

interface SampleChoice {
  readonly platform: AccountPlatform
  /** Audience, purpose, format, effort, cost, risk. */
  readonly points: readonly [number, number, number, number, number, number]
  readonly why?: Readonly<Partial<Record<Criterion, Both>>>
  readonly decision?: ChannelDecision
  readonly reason?: Both
  /** Days ago. */
  readonly decided?: number
  readonly targets?: readonly { readonly posts: number; readonly owner: string; readonly channel?: 'tr' | 'dach' }[]
}

export const CHOICES: readonly SampleChoice[] = [
  {
    platform: 'newsroom',
    points: [3, 5, 5, 2, 1, 0],
    why: { purpose: ['Everything else links to it', 'Diğer her şey buraya bağlanıyor'] },
    decision: 'use',
    reason: ['Ours, and the press finds everything in one place.', 'Bizim; basın her şeyi tek yerde buluyor.'],
    decided: 70,
    targets: [
      { posts: 3, owner: 'Burcu Tezel', channel: 'tr' },
      { posts: 2, owner: 'Jonas Weidmann', channel: 'dach' },
    ],
  },
  {
    platform: 'instagram',
    points: [5, 4, 5, 4, 2, 2],
    why: { audience: ['Home brewers are here first', 'Evde kahve demleyenler önce burada'] },
    decision: 'use',
    reason: [
      'Home brewers are there, and pictures are what we have.',
      'Evde kahve demleyenler orada ve elimizde görsel var.',
    ],
    decided: 70,
  },
  {
    platform: 'linkedin',
    points: [4, 4, 3, 3, 2, 1],
    decision: 'use',
    reason: ['Office customers ask colleagues there.', 'Ofis müşterileri meslektaşlarına orada soruyor.'],
    decided: 70,
  },
  {
    platform: 'mastodon',
    points: [3, 3, 4, 1, 0, 1],
    decision: 'test',
    reason: [
      'Competitors are not there; one quarter shows whether anybody is.',
      'Rakipler orada değil; birilerinin olup olmadığını bir çeyrek gösterecek.',
    ],
    decided: 30,
    targets: [{ posts: 3, owner: 'Burcu Tezel' }],
  },
  {
    platform: 'x',
    points: [2, 2, 3, 3, 1, 5],
    decision: 'close',
    reason: [
      'Nobody can sign in, and what is said beside us there harms us.',
      'Kimse giremiyor ve orada yanımızda söylenenler bize zarar veriyor.',
    ],
    decided: 30,
  },
  { platform: 'tiktok', points: [4, 2, 3, 5, 3, 3] },
]
