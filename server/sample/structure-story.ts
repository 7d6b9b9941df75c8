/** How the made-up company is built: its units, who represents them, who knows what and who is away. */
export const UNITS = [
  {
    key: 'hub',
    parent: 'company',
    kind: 'team',
    name: 'Social hub',
    centre: true,
    description: 'Sets plan, brand and policy for all of Kavrela and helps the regions to speak for themselves.',
  },
  {
    key: 'marketing',
    parent: 'company',
    kind: 'department',
    name: 'Marketing',
    description: 'Brand, campaigns and the shop.',
  },
  {
    key: 'care',
    parent: 'company',
    kind: 'department',
    name: 'Customer care',
    description: 'Answers whoever bought from us.',
  },
  {
    key: 'legal',
    parent: 'company',
    kind: 'department',
    name: 'Legal',
    description: 'Contracts, trade marks, data protection.',
  },
  {
    key: 'sales',
    parent: 'company',
    kind: 'department',
    name: 'Sales',
    description: 'Offices, cafés, and the three regions.',
  },
  {
    key: 'people',
    parent: 'company',
    kind: 'department',
    name: 'People',
    description: 'Hiring, training, and what work at Kavrela is like.',
  },
  {
    key: 'tr',
    parent: 'company',
    kind: 'region',
    name: 'Türkiye',
    locale: 'tr-TR',
    timeZone: 'Europe/Istanbul',
    country: 'TR',
    cover: { days: 5, from: '09:00', until: '18:00' },
    description: 'The roastery in Gaziantep and the home market.',
  },
  {
    key: 'dach',
    parent: 'company',
    kind: 'region',
    name: 'DACH',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    cover: { days: 7, from: '09:00', until: '17:00' },
    description: 'Germany, Austria and Switzerland, from Hamburg.',
  },
  {
    key: 'uk',
    parent: 'company',
    kind: 'region',
    name: 'UK',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    country: 'GB',
    cover: { days: 5, from: '09:00', until: '17:00' },
    description: 'Opened last year, from Bristol.',
  },
  {
    key: 'lumen',
    parent: 'hub',
    kind: 'agency',
    name: 'Lumen Row',
    description: 'Films and photographs for campaigns.',
  },
] as const satisfies readonly SampleUnit[]

interface SampleUnit {
  readonly key: string
  readonly parent: string
  readonly kind: string
  readonly name: string
  readonly description: string
  readonly centre?: boolean
  readonly locale?: string
  readonly timeZone?: string
  readonly country?: string
  /** On how many days from Monday on somebody should be there, and when. */
  readonly cover?: { readonly days: number; readonly from: string; readonly until: string }
}

/** Who speaks for a department, and who stands in. People has nobody yet. */
export const REPRESENTATIVES = [
  { unit: 'care', person: 'Ceyda Alkan', deputy: null },
  { unit: 'legal', person: 'Tomas Keller', deputy: null },
  { unit: 'marketing', person: 'Selin Arman', deputy: 'Deniz Korkut' },
  { unit: 'sales', person: 'Marek Dunn', deputy: 'Jonas Weidmann' },
] as const

export const CORE_TEAM: readonly string[] = ['Deniz Korkut', 'Selin Arman', 'Farid Moss', 'Anke Moll']

export const EXPERTISE = [
  { person: 'Deniz Korkut', topic: 'Strategy', level: 'leads', note: 'Goals, measures and the yearly plan.' },
  { person: 'Deniz Korkut', topic: 'Crisis', level: 'leads', note: 'Took us through the recall of 2024.' },
  {
    person: 'Farid Moss',
    topic: 'Measurement',
    level: 'leads',
    note: 'Which figure means what, and which means nothing.',
  },
  { person: 'Farid Moss', topic: 'Advertising', level: 'knows', note: null },
  { person: 'Selin Arman', topic: 'Brand', level: 'leads', note: 'Voice, colours, the tin.' },
  {
    person: 'Tomas Keller',
    topic: 'Competitions and prize draws',
    level: 'leads',
    note: 'Ask before you promise a prize.',
  },
  { person: 'Tomas Keller', topic: 'Data protection', level: 'advises', note: null },
  { person: 'Ceyda Alkan', topic: 'Complaints', level: 'leads', note: 'Keeps the answers that worked.' },
  { person: 'Levent Onat', topic: 'Roasting', level: 'leads', note: 'Roasted for eleven years before he managed.' },
  {
    person: 'Elif Yavaş',
    topic: 'Turkish',
    level: 'advises',
    note: 'Spelling, suffixes after brand names, sen and siz.',
  },
  {
    person: 'Urs Baumli',
    topic: 'German',
    level: 'advises',
    note: 'Du or Sie, and what Switzerland spells otherwise.',
  },
  { person: 'Anke Moll', topic: 'Office accounts', level: 'knows', note: null },
  {
    person: 'Burcu Tezel',
    topic: 'Short films',
    level: 'advises',
    note: 'Films with the phone; answers what to buy for it.',
  },
] as const

/** Days from today. */
export const ABSENCES = [
  { person: 'Urs Baumli', from: 3, until: 12, delegate: 'Anke Moll' },
  { person: 'Harriet Voss', from: -2, until: 5, delegate: 'Callum Reay' },
] as const
