const TURKISH: Readonly<Record<string, string>> = {
  'Social hub': 'Sosyal medya merkezi',
  Marketing: 'Pazarlama',
  'Customer care': 'Müşteri hizmetleri',
  Legal: 'Hukuk',
  Sales: 'Satış',
  People: 'İnsan kaynakları',
  'Chief executive': 'Genel müdür',
  'Head of customer care': 'Müşteri hizmetleri müdürü',
  'Head of legal': 'Hukuk müdürü',
  'Head of marketing': 'Pazarlama müdürü',
  'Head of sales': 'Satış müdürü',
  'Head of people': 'İnsan kaynakları müdürü',
  'Social strategist': 'Sosyal medya stratejisti',
  Analyst: 'Analist',
  Producer: 'Yapımcı',
  'Region manager': 'Bölge müdürü',
  'Social officer': 'Sosyal medya uzmanı',
  'Regional reviewer': 'Bölge denetçisi',
  Strategy: 'Strateji',
  Crisis: 'Kriz',
  Measurement: 'Ölçüm',
  Advertising: 'Reklam',
  Brand: 'Marka',
  'Competitions and prize draws': 'Yarışmalar ve çekilişler',
  'Data protection': 'Veri koruma',
  Complaints: 'Şikâyetler',
  Roasting: 'Kavurma',
  Turkish: 'Türkçe',
  German: 'Almanca',
  'Office accounts': 'Ofis müşterileri',
  'Short films': 'Kısa filmler',
}

/** What a unit, a position or a topic of the made-up company is called in the language of whoever looks at it. */
export function calledIn(language: 'en' | 'tr', name: string): string {
  return language === 'tr' ? (TURKISH[name] ?? name) : name
}
