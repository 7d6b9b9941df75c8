import { lesson, question, type ReadyCourse } from './ready-course.ts'

/** The policy in practice. */
export const policy: ReadyCourse = {
  title: { en: 'Social media policy', tr: 'Sosyal medya politikası' },
  summary: {
    en: 'What may be told, what may not, and how to tell who you are. Ten minutes.',
    tr: 'Ne anlatılır, ne anlatılmaz ve kim olduğunuz nasıl söylenir. On dakika.',
  },
  passMark: 80,
  triesPerHour: 3,
  validMonths: 12,
  lessons: [
    lesson(
      'test',
      [
        'Three questions before you post',
        'You need not know the policy by heart. Three questions get you through most days:\n\n- Is it mine to tell? What is confidential, what belongs to somebody else and what is about other people is not.\n- Is it clear who speaks? You, or the organisation?\n- Would I say it to their face, and read it tomorrow without turning red?\n\nThree times yes: go ahead. One “I don’t know”: ask first. Asking costs five minutes; taking something back never quite works, because somebody has already made a picture of it.',
      ],
      [
        'Paylaşmadan önce üç soru',
        'Politikayı ezbere bilmeniz gerekmez. Üç soru çoğu gün yeter:\n\n- Anlatmak bana düşer mi? Gizli olan, başkasına ait olan ve başkalarıyla ilgili olan düşmez.\n- Kimin konuştuğu belli mi? Ben mi, kuruluş mu?\n- Bunu yüzüne söyler miydim, yarın utanmadan okur muydum?\n\nÜç kez evetse paylaşın. Bir tane bile “bilmiyorum” varsa önce sorun. Sormak beş dakika sürer; geri almak ise hiçbir zaman tam olmaz, çünkü biri çoktan ekran görüntüsü almıştır.',
      ],
    ),
    lesson(
      'confidential',
      [
        'What stays inside',
        'Confidential is what would harm the organisation, a customer or a colleague if it became known. Typical cases: figures before they are published, products and plans before they are announced, contracts, incidents, and everything personal.\n\nMost leaks are no betrayal. They are a whiteboard in the background, a badge, a file name on a shared screen, a “just landed in Ankara” before a deal is signed. Look at the whole picture, not only at what you wanted to show.\n\nPublic is what is on our website, in a press release or in our own posts.',
      ],
      [
        'İçeride kalanlar',
        'Öğrenildiğinde kuruluşa, bir müşteriye ya da çalışma arkadaşına zarar verecek olan gizlidir. Sık rastlananlar: yayımlanmamış rakamlar, duyurulmamış ürün ve planlar, sözleşmeler, yaşanan olaylar ve kişisel olan her şey.\n\nSızıntıların çoğu kötü niyetli değildir. Arkada kalan bir pano, bir yaka kartı, paylaşılan ekrandaki dosya adı, imzadan önce yazılmış “Ankara’ya indik” notudur. Yalnızca göstermek istediğinize değil, karenin tamamına bakın.\n\nWeb sitemizde, basın bültenlerimizde ve kendi gönderilerimizde olan herkese açıktır.',
      ],
    ),
    lesson(
      'persona',
      [
        'You, and you at work',
        'Your private account is yours. Say where you work if you like, and say that you speak for yourself. On our accounts you speak for everybody here: no private opinions, no politics, no quarrels.\n\nWhoever recommends us and belongs to us, says so in the same post. That goes for you, for agencies, for creators, for gifts and for discounts. “Ad”, “Reklam” or “Anzeige” stands at the beginning, not among the hashtags.',
      ],
      [
        'Siz ve işteki siz',
        'Kişisel hesabınız sizindir. İsterseniz nerede çalıştığınızı yazın ve kendi adınıza konuştuğunuzu belirtin. Hesaplarımızda ise buradaki herkes adına konuşursunuz: kişisel görüş, siyaset, tartışma olmaz.\n\nBizden olup bizi öneren bunu aynı gönderide söyler. Bu; siz, ajanslar, içerik üreticileri, hediyeler ve indirimler için geçerlidir. “Reklam”, “Ad” ya da “Anzeige” ibaresi etiketlerin arasında değil, başta durur.',
      ],
    ),
    lesson(
      'mistake',
      [
        'It has happened. Now what?',
        'Tell the social media team, at once and by phone if need be. Take a picture of the screen. Do not delete quietly: we correct in the open, and delete only what harms somebody, breaks the law or shows confidential information.\n\nDo not explain, argue or apologise on your own account; one person answers for all of us. Nobody gets into trouble for reporting early.',
      ],
      [
        'Oldu bir kere. Şimdi ne yapmalı?',
        'Sosyal medya ekibine hemen, gerekirse telefonla haber verin. Ekran görüntüsü alın. Sessizce silmeyin: açıkça düzeltiriz; yalnızca birine zarar veren, yasaya aykırı olan ya da gizli bilgi gösteren içeriği sileriz.\n\nKendi hesabınızdan açıklama yapmayın, tartışmayın, özür dilemeyin; hepimiz adına bir kişi yanıt verir. Erken haber veren kimsenin başı derde girmez.',
      ],
    ),
  ],
  questions: [
    question(
      'whiteboard',
      [2],
      {
        question: 'A colleague’s birthday picture shows next year’s plan on the wall behind her. What do you do?',
        explanation:
          'What can be read can be enlarged. Take another picture, or crop it; ask her as well whether she wants to be shown.',
        options: [
          'Post it, nobody reads that',
          'Take it again without the wall, and ask her',
          'Post it with low resolution',
          'Post it and limit it to followers',
        ],
      },
      {
        question:
          'Bir çalışma arkadaşınızın doğum günü fotoğrafında arkadaki duvarda gelecek yılın planı görünüyor. Ne yaparsınız?',
        explanation:
          'Okunabilen büyütülebilir. Yeniden çekin ya da kırpın; arkadaşınıza da görünmek isteyip istemediğini sorun.',
        options: [
          'Paylaşırım, kimse okumaz',
          'Duvar görünmeden yeniden çeker, kendisine de sorarım',
          'Düşük çözünürlükle paylaşırım',
          'Yalnızca takipçilere açık paylaşırım',
        ],
      },
    ),
    question(
      'mine',
      [1, 3],
      {
        question: 'Which of these may you share on your private account?',
        explanation:
          'What we have published ourselves is public. Figures before publication and anything a customer told us are not ours to tell.',
        options: [
          'Our press release of today',
          'Sales figures from the internal meeting',
          'Our newest post, with a sentence of your own',
          'That a well-known customer has just signed',
        ],
      },
      {
        question: 'Hangilerini kişisel hesabınızda paylaşabilirsiniz?',
        explanation:
          'Kendimizin yayımladığı herkese açıktır. Yayımlanmamış rakamlar ve müşterinin bize söyledikleri, anlatmak bize düşen şeyler değildir.',
        options: [
          'Bugünkü basın bültenimiz',
          'İç toplantıdaki satış rakamları',
          'Son gönderimiz, kendi cümlenizle',
          'Tanınmış bir müşterinin az önce imza attığı',
        ],
      },
    ),
    question(
      'review',
      [3],
      {
        question: 'A forum asks which product is best, and ours really is. How do you answer?',
        explanation:
          'Advice is welcome when it is clear where it comes from. Hidden praise is unfair and in many countries forbidden.',
        options: [
          'Under another name, so that it looks neutral',
          'Not at all, employees must keep silent',
          '“I work there, so I’m biased: I use this one, because…”',
          'Ask a friend to praise it',
        ],
      },
      {
        question: 'Bir forumda en iyi ürün soruluyor ve gerçekten bizimki. Nasıl yanıt verirsiniz?',
        explanation:
          'Nereden geldiği belli olan öneri hoş karşılanır. Gizli övgü doğru değildir, birçok ülkede yasaktır.',
        options: [
          'Tarafsız görünsün diye başka adla',
          'Hiç yanıt vermem, çalışanlar susmalı',
          '“Orada çalışıyorum, tarafsız sayılmam: ben bunu kullanıyorum, çünkü…”',
          'Bir arkadaşımdan övmesini isterim',
        ],
      },
    ),
    question(
      'ad',
      [1],
      {
        question: 'Where does “Ad” stand in a paid post?',
        explanation: 'It has to be seen at once and without a press. The end of a list of hashtags is not seen.',
        options: [
          'At the beginning, in the language of the post',
          'As the last hashtag',
          'In the profile',
          'Nowhere, if it was only a gift',
        ],
      },
      {
        question: 'Ücretli bir gönderide “Reklam” ibaresi nerede durur?',
        explanation: 'Hemen ve hiçbir yere basmadan görülmelidir. Etiket listesinin sonu görülmez.',
        options: ['Başta, gönderinin dilinde', 'Son etiket olarak', 'Profilde', 'Yalnızca hediyeyse hiçbir yerde'],
      },
    ),
    question(
      'wrong-account',
      [2],
      {
        question: 'You have commented on a football match from the organisation’s account. What now?',
        explanation:
          'Report first. The team decides with you whether it is corrected or removed, and says so in the open.',
        options: [
          'Delete it quickly and say nothing',
          'Make a picture of the screen and tell the team at once',
          'Write an apology from your private account',
          'Wait whether anybody notices',
        ],
      },
      {
        question: 'Kuruluş hesabından bir maça yorum yazdınız. Şimdi ne olacak?',
        explanation:
          'Önce haber verin. Düzeltmeye mi kaldırmaya mı karar verileceğini ekip sizinle belirler ve bunu açıkça söyler.',
        options: [
          'Hemen siler, kimseye söylemem',
          'Ekran görüntüsü alıp ekibe hemen haber veririm',
          'Kişisel hesabımdan özür yazarım',
          'Fark eden olacak mı diye beklerim',
        ],
      },
    ),
    question(
      'unsure',
      [4],
      {
        question: 'You cannot find your case in the policy. What holds?',
        explanation:
          'What is not in the policy is not thereby allowed. Good questions become examples in its next version.',
        options: [
          'What is not forbidden is allowed',
          'What others do is allowed',
          'Then I post it privately',
          'I ask before I post',
        ],
      },
      {
        question: 'Durumunuzu politikada bulamadınız. Ne geçerlidir?',
        explanation: 'Politikada olmayan, serbest demek değildir. İyi sorular bir sonraki sürümde örnek olur.',
        options: [
          'Yasak olmayan serbesttir',
          'Başkalarının yaptığı serbesttir',
          'O zaman kişisel hesabımdan paylaşırım',
          'Paylaşmadan önce sorarım',
        ],
      },
    ),
  ],
}
