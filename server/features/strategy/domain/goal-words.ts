/** What goals do, as the beginnings of words in both languages: `grow`, `growth`; `artır`, `artırmak`. */
const STEMS = [
  'grow rais increas reach win gain doubl tripl halv cut lower reduc publish answer sell collect bring make keep improv earn attract convert build shorten lift boost expand hold hit achiev recruit launch rise',
  'artır artt yükselt yüksel ulaş kazan düşür azalt büyü çıkar yayımla yayınla yanıtla cevapla topla getir koru iyileş geliş kısalt edin satmak katla sağla oluştur hızlan genişle indir sürdür',
].flatMap((stems) => stems.split(' '))
const NUMBER_WORDS = new Set(
  [
    'one two three four five six seven eight nine ten hundred thousand half',
    'bir iki üç dört beş altı yedi sekiz dokuz on yüz bin yarı double',
  ].flatMap((numbers) => numbers.split(' ')),
)

function wordsOf(title: string, language: 'en' | 'tr'): readonly string[] {
  return title.toLocaleLowerCase(language).match(/[\p{L}']+/gu) ?? []
}

/** Whether a title says what happens: a word that begins as a verb of goals does, in English or Turkish. */
export function namesDoing(title: string): boolean {
  return (['en', 'tr'] as const).some((language) =>
    wordsOf(title, language).some((word) => STEMS.some((stem) => word.startsWith(stem) && word.length >= 3)),
  )
}

/** Whether a title says how much: digits, or a number in words. */
export function namesAmount(title: string): boolean {
  return (
    /\d/u.test(title) ||
    (['en', 'tr'] as const).some((language) => wordsOf(title, language).some((word) => NUMBER_WORDS.has(word)))
  )
}
