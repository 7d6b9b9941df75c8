export interface Said {
  readonly en: string
  readonly tr: string
}

export interface SampleAudience {
  readonly name: Said
  readonly description: Said
  readonly demographics: Said
  readonly needs: readonly Said[]
  readonly objections: readonly Said[]
  readonly languages: readonly string[]
  /** The name of the unit in whose part of the world they live. */
  readonly region: 'DACH' | 'Türkiye'
  readonly places: readonly (readonly [platform: string, strength: 'main' | 'often' | 'sometimes', note: Said])[]
  /** With how many days ago it was found out. */
  readonly sources: readonly (readonly [title: Said, days: number])[]
  /** Keys of the campaigns that are for them. */
  readonly campaigns: readonly string[]
}

const NOTHING: Said = { en: '', tr: '' }

export const AUDIENCES: readonly SampleAudience[] = [
  {
    name: { en: 'Lena, brews at home', tr: 'Lena, evde demliyor' },
    description: {
      en: 'Grinds by hand on Sunday mornings and wants to know who picked the cherries. Gives coffee as a present.',
      tr: 'Pazar sabahları kahvesini elde öğütüyor, kirazı kimin topladığını bilmek istiyor. Hediye olarak kahve veriyor.',
    },
    demographics: {
      en: '29 to 45, in German and Swiss cities, two incomes, buys a bag every ten days.',
      tr: '29–45 yaşında, Alman ve İsviçre kentlerinde, iki gelirli, on günde bir paket alıyor.',
    },
    needs: [
      { en: 'A recipe that works with what she has', tr: 'Elindekilerle olan bir tarif' },
      { en: 'To know where the money goes', tr: 'Paranın nereye gittiğini bilmek' },
    ],
    objections: [{ en: 'Shipping costs more than the walk to the shop', tr: 'Kargo, dükkâna yürümekten pahalı' }],
    languages: ['de', 'en'],
    region: 'DACH',
    places: [
      ['instagram', 'main', { en: 'Saves recipes', tr: 'Tarif kaydediyor' }],
      ['mastodon', 'sometimes', NOTHING],
      ['newsroom', 'often', { en: 'Reads the harvest diary', tr: 'Hasat günlüğünü okuyor' }],
    ],
    sources: [
      [{ en: 'Talks with fourteen customers', tr: 'On dört müşteriyle görüşme' }, 160],
      [{ en: 'Survey after the order', tr: 'Sipariş sonrası anket' }, 40],
    ],
    campaigns: ['harvest', 'winter'],
  },
  {
    name: { en: 'Zeynep, makes guests coffee', tr: 'Zeynep, misafirine kahve yapıyor' },
    description: {
      en: 'Has friends over twice a week and likes to serve something they have not had before.',
      tr: 'Haftada iki kez arkadaşlarını ağırlıyor, daha önce içmedikleri bir şey sunmayı seviyor.',
    },
    demographics: {
      en: '24 to 38, İstanbul, İzmir and Gaziantep, shops by phone.',
      tr: '24–38 yaşında, İstanbul, İzmir ve Gaziantep’te, telefondan alışveriş yapıyor.',
    },
    needs: [
      { en: 'Cold coffee without a machine', tr: 'Makinesiz soğuk kahve' },
      { en: 'A parcel that arrives before the weekend', tr: 'Hafta sonundan önce gelen bir paket' },
    ],
    objections: [{ en: 'Filter tastes thin to the family', tr: 'Filtre kahve aileye sulu geliyor' }],
    languages: ['tr'],
    region: 'Türkiye',
    places: [
      ['instagram', 'main', { en: 'Stories in the evening', tr: 'Akşamları hikâyeler' }],
      ['youtube', 'often', NOTHING],
      ['newsroom', 'sometimes', NOTHING],
    ],
    sources: [[{ en: 'Shop data and eight visits', tr: 'Mağaza verileri ve sekiz ziyaret' }, 95]],
    campaigns: ['summer', 'november', 'school'],
  },
  {
    name: { en: 'Markus, buys for the office', tr: 'Markus, ofis için alıyor' },
    description: {
      en: 'Keeps forty people in coffee and hears of it when it is bad. Decides in ten minutes, twice a year.',
      tr: 'Kırk kişinin kahvesinden sorumlu, kötü olunca ilk o duyuyor. Yılda iki kez, on dakikada karar veriyor.',
    },
    demographics: {
      en: 'Office managers of companies with 20 to 150 people.',
      tr: '20–150 kişilik şirketlerin ofis yöneticileri.',
    },
    needs: [
      { en: 'A fixed price for a cup', tr: 'Bardak başına sabit fiyat' },
      { en: 'A machine that cleans itself', tr: 'Kendini temizleyen bir makine' },
    ],
    objections: [{ en: 'Bound for two years', tr: 'İki yıllık bağlılık' }],
    languages: ['de'],
    region: 'DACH',
    places: [
      [
        'linkedin',
        'main',
        { en: 'Asks colleagues from other firms', tr: 'Başka şirketlerdeki meslektaşlarına soruyor' },
      ],
      ['newsroom', 'sometimes', NOTHING],
    ],
    sources: [[{ en: 'Calls with nine accounts', tr: 'Dokuz müşteriyle telefon görüşmesi' }, 400]],
    campaigns: ['office'],
  },
  {
    name: { en: 'Tamara, opens a café', tr: 'Tamara, kafe açıyor' },
    description: {
      en: 'Has signed the lease and looks for a roaster who answers on the same day.',
      tr: 'Kira sözleşmesini imzaladı, aynı gün yanıt veren bir kavurucu arıyor.',
    },
    demographics: {
      en: '27 to 40, first business, former barista.',
      tr: '27–40 yaşında, ilk işi, eski barista.',
    },
    needs: [
      { en: 'Training for two people', tr: 'İki kişiye eğitim' },
      { en: 'Small lots with a name', tr: 'Adı olan küçük partiler' },
    ],
    objections: [{ en: 'Afraid to depend on one roaster', tr: 'Tek kavurucuya bağlı kalmaktan çekiniyor' }],
    languages: ['de', 'tr'],
    region: 'DACH',
    places: [
      ['instagram', 'main', NOTHING],
      ['reddit', 'often', { en: 'Reads about machines', tr: 'Makineler üzerine okuyor' }],
    ],
    sources: [[{ en: 'Two founders at the fair', tr: 'Fuarda iki girişimci' }, 60]],
    campaigns: [],
  },
]
