import { lesson, question, type ReadyCourse } from './ready-course.ts'

/** Posts for everybody. */
export const accessibility: ReadyCourse = {
  title: { en: 'Accessible posts', tr: 'Erişilebilir gönderiler' },
  summary: {
    en: 'Pictures described, videos with captions, plain words: posts that nobody is shut out of. Ten minutes.',
    tr: 'Betimlenen görseller, altyazılı videolar, sade sözcükler: kimseyi dışarıda bırakmayan gönderiler. On dakika.',
  },
  passMark: 80,
  triesPerHour: 3,
  validMonths: 24,
  lessons: [
    lesson(
      'pictures',
      [
        'Describe pictures',
        'Some people do not see a picture but hear what you write about it. Say in one or two sentences what matters here, in the order of importance: “A woman in a green apron pours coffee from a copper pot; behind her, guests are waiting.”\n\nLeave out “picture of”, the screen reader says so by itself. If there is text in the picture, it belongs into the description word for word. If a picture shows figures, say what they mean.',
      ],
      [
        'Görselleri betimleyin',
        'Bazıları görseli görmez, sizin onun için yazdığınızı duyar. Burada önemli olanı, önem sırasıyla bir iki cümlede söyleyin: “Yeşil önlüklü bir kadın bakır cezveden kahve döküyor; arkasında konuklar bekliyor.”\n\n“Şunun görseli” demeyin, ekran okuyucu bunu zaten söyler. Görselde yazı varsa olduğu gibi betimlemeye girer. Görsel rakam gösteriyorsa ne anlama geldiğini söyleyin.',
      ],
    ),
    lesson(
      'video',
      [
        'Captions, and what is only heard',
        'Most videos are watched without sound, and some people never hear it. Captions show every spoken word, who speaks, and sounds that matter: [applause]. Automatic captions are a beginning; names, numbers and product words are often wrong, so read them through.\n\nWhat is only shown has to be said or written as well: a price that just appears is missed by those who cannot see it. Avoid flashing more than three times a second; it can trigger seizures.',
      ],
      [
        'Altyazı ve yalnızca duyulanlar',
        'Videoların çoğu sessiz izlenir, bazıları sesi hiç duymaz. Altyazı söylenen her sözü, kimin konuştuğunu ve önemli sesleri gösterir: [alkış]. Otomatik altyazı bir başlangıçtır; adlar, sayılar, ürün adları sık sık yanlıştır, okuyup düzeltin.\n\nYalnızca gösterilen şey ayrıca söylenmeli ya da yazılmalıdır: ekranda beliren fiyatı göremeyen kaçırır. Saniyede üçten çok yanıp sönmeden kaçının; nöbete yol açabilir.',
      ],
    ),
    lesson(
      'text',
      [
        'Text that can be read and heard',
        'Short sentences, common words, the most important thing first. Explain abbreviations once. Write hashtags with a capital for each word: #FirstHarvestSipi is read as three words, #firstharvestsipi as noise.\n\nNo letters from fancy alphabets: 𝓭𝓮𝓬𝓸𝓻𝓪𝓽𝓮𝓭 letters are read out sign by sign or not at all. Emoji at the end, few, and never instead of words. A link says where it leads: “Opening hours in December”, not “click here”.',
      ],
      [
        'Okunabilen ve dinlenebilen metin',
        'Kısa cümle, bilinen sözcük, en önemlisi başta. Kısaltmayı bir kez açıklayın. Etiketlerde her sözcüğü büyük harfle başlatın: #İlkHasatSipi üç sözcük olarak, #ilkhasatsipi gürültü olarak okunur.\n\nSüslü alfabeler kullanmayın: 𝓼𝓾̈𝓼𝓵𝓾̈ harfler tek tek okunur ya da hiç okunmaz. Emoji sonda, az ve hiçbir zaman sözcük yerine değil. Bağlantı nereye gittiğini söyler: “Aralık çalışma saatleri”, “buraya tıklayın” değil.',
      ],
    ),
    lesson(
      'colour',
      [
        'Contrast and colour',
        'Text needs contrast: 4.5 to 1 against its background, 3 to 1 when it is large. Light grey on white fails, and so does white on a bright photograph. Put a plain area under the text, or write it into the post instead of the picture.\n\nColour alone tells nothing to those who do not see it: “the red line” needs a name as well. Test with a screen in the sun, or turn the picture grey.',
      ],
      [
        'Kontrast ve renk',
        'Yazı kontrast ister: zeminine karşı 4,5’e 1, büyükse 3’e 1. Beyaz üstüne açık gri olmaz, parlak fotoğraf üstüne beyaz da olmaz. Yazının altına düz bir alan koyun ya da görsel yerine gönderiye yazın.\n\nYalnızca renk, onu görmeyene bir şey söylemez: “kırmızı çizgi”nin bir adı da olmalı. Ekranı güneşte deneyin ya da görseli griye çevirin.',
      ],
    ),
  ],
  questions: [
    question(
      'alt',
      [2],
      {
        question: 'Which description of a picture is best?',
        explanation: 'It says what matters, in plain words, without “picture of” and without keywords.',
        options: [
          'IMG_4471.jpg',
          'A woman in a green apron pours coffee from a copper pot',
          'Picture of a beautiful moment',
          'coffee, shop, barista, best coffee, buy coffee',
        ],
      },
      {
        question: 'Hangi görsel betimlemesi en iyisidir?',
        explanation: '“Şunun görseli” demeden, anahtar sözcük dizmeden, önemli olanı sade sözcüklerle söyler.',
        options: [
          'IMG_4471.jpg',
          'Yeşil önlüklü bir kadın bakır cezveden kahve döküyor',
          'Güzel bir anın görseli',
          'kahve, dükkân, barista, en iyi kahve, kahve al',
        ],
      },
    ),
    question(
      'text-in-picture',
      [1],
      {
        question: 'A picture consists of an invitation with date and place. What belongs into the description?',
        explanation:
          'Who cannot see the picture needs the same information, word for word. Better still, it also stands in the post.',
        options: ['All of the text', '“Invitation, see picture”', 'Only the title', 'Nothing, it is text anyway'],
      },
      {
        question: 'Görsel, tarih ve yer içeren bir davetiye. Betimlemeye ne yazılır?',
        explanation: 'Görseli göremeyene aynı bilgi, olduğu gibi gerekir. Gönderide de yazarsa daha iyi.',
        options: ['Metnin tamamı', '“Davetiye, görsele bakın”', 'Yalnızca başlık', 'Hiçbir şey, zaten yazı'],
      },
    ),
    question(
      'captions',
      [3],
      {
        question: 'The platform has made captions by itself. What is left to do?',
        explanation: 'Names, numbers and product words are often wrong, and a wrong number is worse than none.',
        options: [
          'Nothing',
          'Turn them off, they look bad',
          'Read them through and correct them',
          'Translate them to English',
        ],
      },
      {
        question: 'Platform altyazıyı kendi oluşturdu. Geriye ne kalır?',
        explanation: 'Adlar, sayılar ve ürün adları sık sık yanlıştır; yanlış sayı, hiç olmamasından kötüdür.',
        options: ['Hiçbir şey', 'Kötü görünüyor, kapatırım', 'Okuyup düzeltirim', 'İngilizceye çeviririm'],
      },
    ),
    question(
      'hashtag',
      [4],
      {
        question: 'Which hashtag is read correctly by a screen reader?',
        explanation: 'A capital at the beginning of each word lets it be read as words.',
        options: ['#firstharvestsipi', '#FIRSTHARVESTSIPI', '#first_harvest_sipi', '#FirstHarvestSipi'],
      },
      {
        question: 'Ekran okuyucu hangi etiketi doğru okur?',
        explanation: 'Her sözcüğün başındaki büyük harf, etiketin sözcük sözcük okunmasını sağlar.',
        options: ['#ilkhasatsipi', '#İLKHASATSİPİ', '#ilk_hasat_sipi', '#İlkHasatSipi'],
      },
    ),
    question(
      'shut-out',
      [1, 2, 4],
      {
        question: 'Which of these shut people out?',
        explanation:
          'Colour alone, decorated letters and links without a name tell nothing to those who do not see them. Short sentences help everybody.',
        options: [
          '“The red line is ours”, with no other mark',
          'Letters from a decorative alphabet',
          'Short sentences',
          'A link that is called “click here”',
        ],
      },
      {
        question: 'Hangileri insanları dışarıda bırakır?',
        explanation:
          'Yalnızca renk, süslü harfler ve adı olmayan bağlantılar, onları görmeyene bir şey söylemez. Kısa cümle herkese yarar.',
        options: [
          'Başka işareti olmayan “kırmızı çizgi biziz”',
          'Süslü alfabeden harfler',
          'Kısa cümleler',
          'Adı “buraya tıklayın” olan bağlantı',
        ],
      },
    ),
    question(
      'contrast',
      [2],
      {
        question: 'White text on a bright photograph is hard to read. What helps most?',
        explanation: 'A plain dark area gives the contrast that is needed, wherever the picture is shown.',
        options: ['A thinner font', 'A plain dark area under the text', 'A larger picture', 'More colours'],
      },
      {
        question: 'Parlak fotoğraf üstündeki beyaz yazı zor okunuyor. En çok ne yarar?',
        explanation: 'Düz koyu bir alan, görsel nerede gösterilirse gösterilsin gereken kontrastı sağlar.',
        options: ['Daha ince bir yazı tipi', 'Yazının altına düz koyu bir alan', 'Daha büyük görsel', 'Daha çok renk'],
      },
    ),
  ],
}
