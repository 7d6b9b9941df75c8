/** The made-up company of the sample: what it wants, what it plans, what it says. Two regions, two languages. */
export const COMPANY = {
  name: 'Kavrela Coffee',
  slug: 'kavrela-coffee',
  currency: 'EUR',
  timeZone: 'Europe/Istanbul',
} as const

export const DIRECTION = {
  vision: 'The roaster that people recommend to each other, from Gaziantep to Hamburg.',
  mission: 'We buy from growers we know by name, roast in small batches, and tell honestly how a cup comes about.',
  values: 'Growers are paid first.\nWe say what we do not know.\nNobody is talked into a second cup.',
} as const

export const OBJECTIVES = [
  {
    key: 'revenue',
    title: 'Grow direct online revenue',
    perspective: 'financial',
    description: 'Less through retailers, more from our own shop.',
  },
  {
    key: 'offices',
    title: 'Win 120 office and café accounts',
    perspective: 'customer',
    description: 'Regular orders that carry us through the quiet months.',
  },
  {
    key: 'loyal',
    title: 'Be the roaster people recommend',
    perspective: 'customer',
    description: 'People come back, and bring somebody.',
  },
  {
    key: 'rhythm',
    title: 'Tell our story every working day',
    perspective: 'internal-process',
    description: 'A rhythm that holds without heroics.',
  },
  {
    key: 'skills',
    title: 'Every barista can explain the harvest',
    perspective: 'learning-and-growth',
    description: 'Knowledge that shows in every answer.',
  },
] as const

export const GOALS = [
  {
    key: 'orders',
    title: '80 orders from social',
    kpi: 'conversions',
    baseline: '0',
    target: '80',
    serves: ['revenue'],
  },
  {
    key: 'value',
    title: '€5,200 of sales from social',
    kpi: 'conversion-value',
    baseline: '0',
    target: '5200',
    serves: ['revenue'],
  },
  {
    key: 'office-clicks',
    title: '1,500 visits to the office page',
    kpi: 'clicks',
    baseline: '0',
    target: '1500',
    serves: ['offices'],
  },
  {
    key: 'guides',
    title: '2,100 readers of our brewing guides',
    kpi: 'clicks',
    baseline: '0',
    target: '2100',
    serves: ['loyal', 'revenue'],
  },
  {
    key: 'posts',
    title: '130 stories published',
    kpi: 'posts-published',
    baseline: '0',
    target: '130',
    serves: ['rhythm'],
  },
  {
    key: 'rate',
    title: '5% of visits end in an order',
    kpi: 'conversion-rate',
    baseline: '0',
    target: '5',
    serves: [],
  },
] as const

export interface SampleCampaign {
  readonly key: string
  readonly title: string
  readonly region: 'tr' | 'dach'
  readonly serves: readonly string[]
  /** Days from today. */
  readonly from: number
  readonly to: number
  readonly target: string
  readonly clicksPerPost: number
  readonly ordersPerPost: number
  readonly texts: readonly (readonly [title: string, text: string])[]
}

export const CAMPAIGNS: readonly SampleCampaign[] = [
  {
    key: 'harvest',
    title: 'First harvest, Sipi',
    region: 'dach',
    serves: ['orders', 'value', 'guides', 'posts'],
    from: -170,
    to: -95,
    target: 'https://kavrela.example/harvest',
    clicksPerPost: 46,
    ordersPerPost: 2.4,
    texts: [
      [
        'Noch drei Tage bis zur Ernte',
        'Noch drei Tage, dann beginnt in Sipi die Ernte. Wir sind dabei und zeigen, wie aus roten Kirschen Kaffee wird.',
      ],
      [
        'From tree to cup',
        'A cherry is picked by hand, floated, pulped, fermented and dried for fifteen days. Then it travels to us. Here is the whole way.',
      ],
      [
        'Meet Amina, who grows our Sipi',
        'Amina farms one hectare at 1,900 metres. She was the first to dry on raised beds. Her lot is in the shop from today.',
      ],
      [
        'Warum wir vor der Ernte zahlen',
        'Wer vor der Ernte zahlt, kauft nicht nur Kaffee, sondern Sicherheit. So rechnen wir mit den Bauern ab.',
      ],
    ],
  },
  {
    key: 'summer',
    title: 'Yaz: soğuk demleme',
    region: 'tr',
    serves: ['guides', 'value', 'posts'],
    from: -150,
    to: -80,
    target: 'https://kavrela.example/soguk-demleme',
    clicksPerPost: 38,
    ordersPerPost: 1.6,
    texts: [
      [
        'Soğuk demleme için üç ölçü',
        'Bir litre suya seksen gram kahve, on iki saat, buzdolabı. Hepsi bu kadar; gerisi sabır.',
      ],
      ['Buzlu kahve sulanmasın', 'Buzu kahveden yapın: akşamdan demleyin, kalıba dökün, sabah bardağa atın.'],
      [
        'Evde demleme: su',
        'İyi kahve suyla başlar. Yumuşak su meyveyi öne çıkarır, sert su düzleştirir. Evde denemesi kolay.',
      ],
      ['Yazın taze kavrum', 'Sıcakta kahve çabuk yaşlanır. Küçük paket alın, serin ve karanlık yerde saklayın.'],
    ],
  },
  {
    key: 'office',
    title: 'Office beans, DACH',
    region: 'dach',
    serves: ['office-clicks', 'posts'],
    from: -110,
    to: 10,
    target: 'https://kavrela.example/office',
    clicksPerPost: 31,
    ordersPerPost: 0.7,
    texts: [
      [
        'Bürobohnen im Test: drei Büros',
        'Drei Büros, drei Maschinen, eine Bohne. Was nach vier Wochen in der Kanne blieb und was nicht.',
      ],
      [
        'What a good office coffee costs',
        'We counted beans, water, power and minutes. A good cup costs 31 cents; a bad one costs a walk to the bakery.',
      ],
      [
        'Wartung in zehn Minuten',
        'Die Maschine am Freitag reinigen heißt: am Montag schmeckt es. Unsere Liste hängt auch in Ihrer Küche gut.',
      ],
    ],
  },
  {
    key: 'november',
    title: 'Kasım haftaları, Türkiye',
    region: 'tr',
    serves: ['orders', 'value', 'posts', 'rate'],
    from: -22,
    to: 9,
    target: 'https://kavrela.example/kasim-filtre',
    clicksPerPost: 57,
    ordersPerPost: 3.8,
    texts: [
      [
        'Filtre paketlerinde kasım haftaları',
        'Çekirdekler pazartesi kavruldu, salı günü kargoda. Filtre paketlerinde yüzde 20 indirim bu hafta sürüyor.',
      ],
      ['Öğretmenlere teşekkür', 'Sabahın ilk dersinden önce içilen kahve başkadır. Öğretmenler Günü kutlu olsun.'],
      ['Hasat günlüğü', 'Gaziantep atölyesinden: bu hafta gelen çuvallar, ilk kavrum, ilk yudum.'],
    ],
  },
  {
    key: 'winter',
    title: 'Winter tins',
    region: 'dach',
    serves: ['orders', 'posts'],
    from: -3,
    to: 45,
    target: 'https://kavrela.example/tins',
    clicksPerPost: 40,
    ordersPerPost: 2,
    texts: [
      [
        'Winterdosen sind da',
        'Drei Röstungen, drei Dosen, ein Geschenk. Solange der Vorrat reicht, und der ist klein.',
      ],
      [
        'Ask a barista: which tin for whom',
        'For the one who takes milk, for the one who counts grams, and for the one who just likes the tin.',
      ],
    ],
  },
  {
    key: 'school',
    title: 'Barista school',
    region: 'tr',
    serves: [],
    from: -60,
    to: -20,
    target: 'https://kavrela.example/okul',
    clicksPerPost: 18,
    ordersPerPost: 0.3,
    texts: [['Barista okulu açılıyor', 'Dört akşam, altı kişilik gruplar, bol denemeli. Kayıtlar açıldı.']],
  },
]

const TR = { zone: 'Europe/Istanbul', from: '09:00', until: '18:00' } as const
const DE = { zone: 'Europe/Berlin', from: '08:30', until: '17:00' } as const
const UK = { zone: 'Europe/London', from: '09:00', until: '17:30' } as const

/** Everybody; `languages` are those they can answer in. Nora comes from the agency. */
export const PEOPLE = [
  { name: 'Deniz Korkut', role: 'strategist', language: 'tr', languages: ['tr', 'en'], hours: TR },
  { name: 'Anke Moll', role: 'manager', language: 'en', languages: ['de', 'en'], hours: DE },
  { name: 'Burcu Tezel', role: 'officer', language: 'tr', languages: ['tr'], hours: TR },
  { name: 'Jonas Weidmann', role: 'manager', language: 'en', languages: ['de', 'en'], hours: DE },
  { name: 'Ines Hallgren', role: 'executive', language: 'en', languages: ['sv', 'en', 'de'], hours: DE },
  { name: 'Selin Arman', role: 'manager', language: 'tr', languages: ['tr', 'en'], hours: TR },
  { name: 'Farid Moss', role: 'manager', language: 'en', languages: ['en', 'fr'], hours: UK },
  { name: 'Ceyda Alkan', role: 'officer', language: 'tr', languages: ['tr', 'en'], hours: TR },
  { name: 'Tomas Keller', role: 'manager', language: 'en', languages: ['de', 'en'], hours: DE },
  { name: 'Marek Dunn', role: 'manager', language: 'en', languages: ['en', 'pl'], hours: UK },
  { name: 'Aylin Sezer', role: 'viewer', language: 'tr', languages: ['tr'], hours: TR },
  { name: 'Levent Onat', role: 'manager', language: 'tr', languages: ['tr'], hours: TR },
  { name: 'Harriet Voss', role: 'manager', language: 'en', languages: ['en'], hours: UK },
  { name: 'Callum Reay', role: 'officer', language: 'en', languages: ['en'], hours: UK },
  { name: 'Elif Yavaş', role: 'manager', language: 'tr', languages: ['tr', 'en'], hours: TR },
  { name: 'Urs Baumli', role: 'manager', language: 'en', languages: ['de', 'fr'], hours: DE },
  { name: 'Nora Lindqvist', role: 'officer', language: 'en', languages: ['en', 'sv'], hours: null },
] as const
