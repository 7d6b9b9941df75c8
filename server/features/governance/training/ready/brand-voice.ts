import { lesson, question, type ReadyCourse } from './ready-course.ts'

/** How we sound. */
export const brandVoice: ReadyCourse = {
  title: { en: 'Brand voice', tr: 'Marka sesi' },
  summary: {
    en: 'One voice, many tones: write so that people recognise us without the logo. Ten minutes.',
    tr: 'Tek ses, pek çok ton: logomuz olmadan da tanınacak gibi yazmak. On dakika.',
  },
  passMark: 80,
  triesPerHour: 3,
  validMonths: 12,
  lessons: [
    lesson(
      'voice',
      [
        'Voice stays, tone changes',
        'Voice is who we are. It is the same in a press release and in a comment at midnight. Tone is how we say it to this person in this moment: lighter at a launch, quieter after bad news.\n\nCover the logo of a post. Would you still know that it is ours? If another company could put its name under it, it has no voice yet.\n\nThree things carry a voice: the words we choose, the rhythm of our sentences, and what we leave out.',
      ],
      [
        'Ses aynı kalır, ton değişir',
        'Ses, kim olduğumuzdur. Basın bülteninde de gece yarısı yazılan yorumda da aynıdır. Ton ise bunu o kişiye, o anda nasıl söylediğimizdir: tanıtımda daha hafif, kötü haberden sonra daha sakin.\n\nBir gönderinin logosunu kapatın. Bizim olduğunu yine de anlar mıydınız? Altına başka bir şirket de adını yazabiliyorsa henüz bir sesi yoktur.\n\nSesi üç şey taşır: seçtiğimiz sözcükler, cümlelerimizin ritmi ve söylemeden bıraktıklarımız.',
      ],
    ),
    lesson(
      'plain',
      [
        'Plain beats clever',
        'Write the sentence you would say. Verbs instead of nouns: “we roast on Mondays”, not “roasting takes place on Mondays”. One thought a sentence. Numbers instead of adjectives: “picked by hand in 15 days” says more than “exceptional quality”.\n\nCross out what everybody says: innovative, passionate, tailor-made, unique, solutions. Cross out the first sentence, too; often the post begins with the second.',
      ],
      [
        'Sadelik zekâ gösterisini yener',
        'Söyleyeceğiniz cümleyi yazın. İsim yerine fiil: “kavurma işlemi pazartesi gerçekleştirilir” değil, “pazartesi kavururuz”. Her cümlede bir düşünce. Sıfat yerine sayı: “on beş günde elle toplandı”, “olağanüstü kalite”den fazlasını söyler.\n\nHerkesin söylediğini silin: yenilikçi, tutkulu, eşsiz, butik, çözüm ortağı. İlk cümleyi de silin; gönderi çoğu kez ikincide başlar.',
      ],
    ),
    lesson(
      'platform',
      [
        'The same voice on every platform',
        'A platform changes length, form and tone, never the voice. A newsroom article explains, a short post tells one thing, an answer begins with the person.\n\nHashtags: few, and ones that people really follow. Emoji: only where they add something, never instead of a word, because a screen reader reads each of them aloud. Capital letters and three exclamation marks are shouting in any language.\n\nIn another language, write anew instead of translating. Ask how people there address each other: Turkish “siz”, German “Sie” or “du” is decided once for a channel and then kept.',
      ],
      [
        'Her platformda aynı ses',
        'Platform uzunluğu, biçimi, tonu değiştirir; sesi değiştirmez. Haber odası yazısı açıklar, kısa gönderi tek bir şey söyler, yanıt kişiyle başlar.\n\nEtiket: az ve insanların gerçekten izledikleri. Emoji: yalnızca bir şey katıyorsa; hiçbir zaman sözcük yerine değil, çünkü ekran okuyucu her birini sesli okur. Büyük harfle yazmak ve üç ünlem her dilde bağırmaktır.\n\nBaşka dile çevirmek yerine o dilde yeniden yazın. Orada nasıl hitap edildiğini sorun: Türkçede “siz”, Almancada “Sie” ya da “du” bir kanal için bir kez belirlenir ve korunur.',
      ],
    ),
  ],
  questions: [
    question(
      'difference',
      [2],
      {
        question: 'What changes between a launch post and a post about a recall?',
        explanation: 'The voice is who we are and stays. The tone fits the moment.',
        options: ['The voice', 'The tone', 'Both', 'Neither'],
      },
      {
        question: 'Tanıtım gönderisi ile ürün geri çağırma gönderisi arasında ne değişir?',
        explanation: 'Ses kim olduğumuzdur, aynı kalır. Ton o ana uyar.',
        options: ['Ses', 'Ton', 'İkisi de', 'Hiçbiri'],
      },
    ),
    question(
      'plain',
      [3],
      {
        question: 'Which sentence fits our voice best?',
        explanation: 'A verb, a fact, a number. The others could stand under any logo.',
        options: [
          'Experience an unrivalled world of taste',
          'Our innovative solutions delight customers',
          'Picked by hand, dried for fifteen days, roasted on Monday',
          'Quality has been our passion for years',
        ],
      },
      {
        question: 'Hangi cümle sesimize en çok uyar?',
        explanation: 'Bir fiil, bir bilgi, bir sayı. Ötekiler her logonun altında durabilir.',
        options: [
          'Eşsiz bir lezzet dünyasını keşfedin',
          'Yenilikçi çözümlerimiz müşterilerimizi mutlu ediyor',
          'Elle toplandı, on beş gün kurutuldu, pazartesi kavruldu',
          'Kalite yıllardır tutkumuz',
        ],
      },
    ),
    question(
      'logo',
      [1],
      {
        question: 'How do you test whether a post has our voice?',
        explanation: 'If any company could publish it, it says nothing about us yet.',
        options: [
          'Cover the logo and ask whether one would still recognise us',
          'Count the hashtags',
          'See how many likes it gets',
          'Compare it with a competitor’s post and copy what works',
        ],
      },
      {
        question: 'Bir gönderide sesimizin olup olmadığını nasıl sınarsınız?',
        explanation: 'Herhangi bir şirket yayımlayabiliyorsa henüz bizden bir şey söylemiyordur.',
        options: [
          'Logoyu kapatır, yine de tanınır mıyız diye sorarım',
          'Etiketleri sayarım',
          'Kaç beğeni aldığına bakarım',
          'Rakibinkiyle karşılaştırır, tutanı alırım',
        ],
      },
    ),
    question(
      'emoji',
      [2, 4],
      {
        question: 'Which of these shuts people out or sounds like shouting?',
        explanation: 'Screen readers read every emoji aloud, and capitals with exclamation marks read as shouting.',
        options: [
          'One emoji at the end of a sentence',
          'An emoji in place of each noun',
          'A description for the picture',
          'NOW OR NEVER!!!',
        ],
      },
      {
        question: 'Hangileri insanları dışarıda bırakır ya da bağırmak gibi gelir?',
        explanation: 'Ekran okuyucu her emojiyi sesli okur; büyük harf ve ünlemler bağırmak olarak okunur.',
        options: [
          'Cümle sonunda tek emoji',
          'Her isim yerine bir emoji',
          'Görsel için betimleme',
          'YA ŞİMDİ YA HİÇ!!!',
        ],
      },
    ),
    question(
      'language',
      [3],
      {
        question: 'A post that works in English is wanted in Turkish. What do you do?',
        explanation:
          'Wordplay, forms of address and examples rarely survive a translation. The thought is kept, the sentence is new.',
        options: [
          'Translate it word by word',
          'Post it in English, everybody understands that',
          'Write it anew in Turkish, with the form of address of that channel',
          'Let each author choose “sen” or “siz”',
        ],
      },
      {
        question: 'İngilizcede tutan bir gönderi Türkçe isteniyor. Ne yaparsınız?',
        explanation:
          'Söz oyunları, hitap biçimleri ve örnekler çeviriden nadiren sağ çıkar. Düşünce kalır, cümle yenidir.',
        options: [
          'Sözcük sözcük çeviririm',
          'İngilizce paylaşırım, herkes anlar',
          'O kanalın hitabıyla Türkçe olarak yeniden yazarım',
          '“Sen” mi “siz” mi yazarına bırakırım',
        ],
      },
    ),
    question(
      'cross-out',
      [1, 2],
      {
        question: 'What do you cross out first when a text is too long?',
        explanation:
          'Words that everybody uses and warm-up sentences carry nothing. Facts and the next step are why people read.',
        options: [
          'Adjectives that everybody uses',
          'The first sentence, if the second says it as well',
          'The figure',
          'What the reader can do next',
        ],
      },
      {
        question: 'Metin uzunsa önce neyi silersiniz?',
        explanation:
          'Herkesin kullandığı sözcükler ve ısınma cümleleri bir şey taşımaz. İnsanlar bilgi ve sonraki adım için okur.',
        options: [
          'Herkesin kullandığı sıfatları',
          'İkincisi de söylüyorsa ilk cümleyi',
          'Rakamı',
          'Okurun bundan sonra ne yapabileceğini',
        ],
      },
    ),
  ],
}
