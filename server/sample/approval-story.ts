import type { Condition, Stage } from '#contract/workflows.ts'

type Words = Readonly<Record<'en' | 'tr', string>>

export interface SampleWorkflow {
  readonly title: Words
  readonly description: Words
  /** Only for posts of the region. */
  readonly ofRegion: boolean
  readonly conditions: readonly Condition[]
  readonly stages: readonly {
    readonly name: Words
    readonly approvers: Stage['approvers']
    readonly conditions?: readonly Condition[]
  }[]
}

/** How the made-up company approves: high risk first, then its region's norms, then prices and claims anywhere. */
export const WORKFLOWS: readonly SampleWorkflow[] = [
  {
    title: { en: 'High risk', tr: 'Yüksek risk' },
    description: {
      en: 'High risk of a channel, campaign or stakeholder goes to the superior and then to the strategist.',
      tr: 'Kanalın, kampanyanın ya da paydaşın riski yüksekse önce üst, sonra stratejist bakar.',
    },
    ofRegion: false,
    conditions: [{ kind: 'risk', of: 'any', atLeast: 'high' }],
    stages: [
      { name: { en: 'Superior', tr: 'Üst' }, approvers: [{ kind: 'superior' }] },
      { name: { en: 'Strategist', tr: 'Stratejist' }, approvers: [{ kind: 'role', role: 'strategist' }] },
    ],
  },
  {
    title: { en: 'Posts for Türkiye', tr: 'Türkiye gönderileri' },
    description: {
      en: 'The regional reviewer looks at every post; Legal too, where a price is named.',
      tr: 'Her gönderiye bölge denetçisi bakar; fiyat geçiyorsa hukuk da.',
    },
    ofRegion: true,
    conditions: [],
    stages: [
      {
        name: { en: 'Regional review', tr: 'Bölge denetimi' },
        approvers: [{ kind: 'duty', duty: 'regional-reviewer' }],
      },
      {
        name: { en: 'Legal', tr: 'Hukuk' },
        approvers: [{ kind: 'duty', duty: 'legal' }],
        conditions: [{ kind: 'contains', oneOf: ['price'] }],
      },
    ],
  },
  {
    title: { en: 'Prices and health claims', tr: 'Fiyatlar ve sağlık iddiaları' },
    description: {
      en: 'Legal looks at prices and at claims about health, wherever they are made.',
      tr: 'Nerede geçerse geçsin, fiyatlara ve sağlık iddialarına hukuk bakar.',
    },
    ofRegion: false,
    conditions: [{ kind: 'contains', oneOf: ['price', 'health-claim'] }],
    stages: [{ name: { en: 'Legal', tr: 'Hukuk' }, approvers: [{ kind: 'duty', duty: 'legal' }] }],
  },
]

/** Who has a stake in what the made-up company says. */
export const STAKEHOLDERS = [
  {
    name: { en: 'Works council', tr: 'Çalışan temsilciliği' },
    role: { en: 'Elected by the staff in Germany', tr: 'Almanya’daki çalışanların seçtiği kurul' },
    note: { en: 'Wants to be asked before staff are shown.', tr: 'Çalışanlar gösterilmeden önce sorulmasını istiyor.' },
    adoption: 'trying',
    risk: 'medium',
    interest: 4,
    influence: 4,
    ofRegion: false,
  },
  {
    name: { en: 'Shop owners in Türkiye', tr: 'Türkiye’deki dükkân sahipleri' },
    role: { en: 'Franchise partners', tr: 'Bayiler' },
    note: { en: 'Share offers in their own groups.', tr: 'İndirimleri kendi gruplarında paylaşıyorlar.' },
    adoption: 'advocating',
    risk: 'low',
    interest: 5,
    influence: 3,
    ofRegion: true,
  },
  {
    name: { en: 'Consumer association', tr: 'Tüketici derneği' },
    role: { en: 'Watches advertising claims', tr: 'Reklam iddialarını izliyor' },
    note: { en: 'Complained about “best coffee” last year.', tr: 'Geçen yıl “en iyi kahve” sözünden şikâyet etti.' },
    adoption: 'resisting',
    risk: 'medium',
    interest: 3,
    influence: 5,
    ofRegion: false,
  },
  {
    name: { en: 'Growers’ cooperative', tr: 'Üretici kooperatifi' },
    role: { en: 'Supplier', tr: 'Tedarikçi' },
    note: { en: 'Likes to be named with the village.', tr: 'Köyüyle birlikte anılmak istiyor.' },
    adoption: 'adopting',
    risk: 'low',
    interest: 4,
    influence: 2,
    ofRegion: false,
  },
  {
    name: { en: 'City press', tr: 'Yerel basın' },
    role: { en: 'Local newspapers', tr: 'Yerel gazeteler' },
    note: { en: 'Quotes posts word for word.', tr: 'Gönderileri kelimesi kelimesine aktarıyor.' },
    adoption: 'aware',
    risk: 'medium',
    interest: 2,
    influence: 4,
    ofRegion: false,
  },
] as const
