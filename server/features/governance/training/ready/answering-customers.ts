import { lesson, question, type ReadyCourse } from './ready-course.ts'

/** Answers that help. */
export const answeringCustomers: ReadyCourse = {
  title: { en: 'Answering customers', tr: 'Müşterilere yanıt vermek' },
  summary: {
    en: 'Understand, answer, keep the promise: public answers that one person needs and a thousand read. Ten minutes.',
    tr: 'Anlamak, yanıtlamak, sözünde durmak: bir kişinin gereksindiği, bin kişinin okuduğu yanıtlar. On dakika.',
  },
  passMark: 80,
  triesPerHour: 3,
  validMonths: 12,
  lessons: [
    lesson(
      'order',
      [
        'The order of a good answer',
        'First the person, then the matter, then the next step.\n\n- Show that you have understood, in your own words: “You have been waiting for nine days, and it was a present.”\n- Say what you know, and what you do not.\n- Say what happens next, who does it and until when.\n- Sign with your name.\n\nSpeed matters, but a quick “we are looking into it, you will hear from me by 4 pm” is better than a quick wrong answer. Then write at 4 pm, even if there is nothing new.',
      ],
      [
        'İyi bir yanıtın sırası',
        'Önce kişi, sonra konu, sonra bir sonraki adım.\n\n- Anladığınızı kendi sözlerinizle gösterin: “Dokuz gündür bekliyorsunuz, üstelik hediyeydi.”\n- Bildiğinizi ve bilmediğinizi söyleyin.\n- Ne olacağını, kimin yapacağını, ne zamana kadar olacağını söyleyin.\n- Adınızla bitirin.\n\nHız önemlidir ama hızlı bir “Bakıyoruz, 16.00’ya kadar size yazacağım” hızlı bir yanlıştan iyidir. Sonra, yeni bir şey olmasa bile 16.00’da yazın.',
      ],
    ),
    lesson(
      'private',
      [
        'Public, private and personal data',
        'The question may be public; order numbers, addresses, health and payment are not. Say something useful in public first, then invite to a private message. “Please send us a private message” alone looks like sweeping it under the carpet.\n\nAsk only for what you need. When the case is solved, say so in public as well, so that the others who read along know how it ended.',
      ],
      [
        'Açık yer, özel mesaj, kişisel veri',
        'Soru herkese açık olabilir; sipariş numarası, adres, sağlık ve ödeme olamaz. Önce herkese açık yerde işe yarar bir şey söyleyin, sonra özel mesaja çağırın. Yalnızca “Özelden yazın” demek, konuyu örtbas etmek gibi görünür.\n\nYalnızca gerekeni sorun. Sorun çözülünce bunu açık yerde de söyleyin; izleyenler nasıl bittiğini bilsin.',
      ],
    ),
    lesson(
      'angry',
      [
        'When somebody is angry',
        'Anger is mostly about the matter, and the matter is often right. Do not copy the tone. Answer the question inside the insult: “Nobody answers in your shop!” asks when somebody will.\n\nApologise for what went wrong, not for what somebody feels: “I’m sorry that you feel that way” makes it worse. Two answers in public are enough; then offer a call. Insults, threats and hate are hidden by the house rules and passed on.',
      ],
      [
        'Biri kızgınsa',
        'Öfke çoğu zaman konuyla ilgilidir ve konu çoğu zaman haklıdır. Aynı tonda yanıt vermeyin. Sitemin içindeki soruyu yanıtlayın: “Sizde kimse telefona bakmıyor!” aslında ne zaman bakılacağını sorar.\n\nKişinin hissettiği için değil, ters giden şey için özür dileyin: “Böyle hissetmenize üzüldük” durumu kötüleştirir. Açık yerde iki yanıt yeter; sonra telefon görüşmesi önerin. Hakaret, tehdit ve nefret, konuşma kurallarına göre gizlenir ve iletilir.',
      ],
    ),
    lesson(
      'pass-on',
      [
        'What is not yours to answer',
        'Some questions belong to others: journalists to the press office, applications to HR, anything legal, anything about health or safety to the experts. Pass it on yourself and tell the person to whom. “Please contact customer service” is no answer to somebody who just did.\n\nPraise deserves an answer as well. One sentence that shows that you have read it is enough.',
      ],
      [
        'Yanıtı sizde olmayan sorular',
        'Bazı sorular başkalarınındır: gazeteciler basın biriminin, başvurular insan kaynaklarının, hukuki konular, sağlık ve güvenlik uzmanların. Siz iletin ve kime ilettiğinizi söyleyin. Az önce yazmış birine “Müşteri hizmetlerine ulaşın” demek yanıt değildir.\n\nÖvgü de yanıt hak eder. Okuduğunuzu belli eden bir cümle yeter.',
      ],
    ),
  ],
  questions: [
    question(
      'first',
      [2],
      {
        question: '“Nine days and still no parcel, it was a birthday present!” How do you begin?',
        explanation:
          'First show that you understood. Terms and conditions, and questions that move the work to the customer, come never or later.',
        options: [
          '“According to our terms, delivery may take 14 days.”',
          '“Nine days is too long, and the birthday has passed: I’m sorry. I’m looking for your parcel now.”',
          '“Please contact customer service.”',
          '“Have you checked with your neighbours?”',
        ],
      },
      {
        question: '“Dokuz gün oldu, kargo yok, doğum günü hediyesiydi!” Nasıl başlarsınız?',
        explanation:
          'Önce anladığınızı gösterin. Koşullar ya da işi müşteriye bırakan sorular ya hiç gelmez ya sonra gelir.',
        options: [
          '“Koşullarımıza göre teslimat 14 gün sürebilir.”',
          '“Dokuz gün çok uzun, doğum günü de geçti: özür dilerim. Kargonuzu şimdi arıyorum.”',
          '“Lütfen müşteri hizmetlerine ulaşın.”',
          '“Komşunuza baktınız mı?”',
        ],
      },
    ),
    question(
      'data',
      [1, 3],
      {
        question: 'What must not stand in a public answer?',
        explanation:
          'Order numbers and health lead to a person. A deadline and a first name are part of a good answer.',
        options: ['The order number', 'Until when you will answer', 'That somebody has an allergy', 'Your first name'],
      },
      {
        question: 'Herkese açık yanıtta neler yer almamalı?',
        explanation: 'Sipariş numarası ve sağlık bilgisi kişiye götürür. Süre ve adınız iyi yanıtın parçasıdır.',
        options: ['Sipariş numarası', 'Ne zamana kadar yanıt vereceğiniz', 'Birinin alerjisi olduğu', 'Adınız'],
      },
    ),
    question(
      'promise',
      [3],
      {
        question: 'It is 4 pm, you promised an answer and know nothing new. What do you do?',
        explanation: 'A promise kept without news still builds trust; silence breaks it.',
        options: [
          'Wait until there is something',
          'Delete the promise',
          'Write that there is nothing new yet, and when you will write again',
          'Hand it over and go home',
        ],
      },
      {
        question: 'Saat 16.00, yanıt sözü verdiniz ama yeni bir şey yok. Ne yaparsınız?',
        explanation: 'Haber olmasa da tutulan söz güven verir; sessizlik güveni kırar.',
        options: [
          'Bir şey çıkana kadar beklerim',
          'Verdiğim sözü silerim',
          'Henüz yeni bir şey olmadığını ve ne zaman yazacağımı yazarım',
          'Devredip çıkarım',
        ],
      },
    ),
    question(
      'sorry',
      [4],
      {
        question: 'Which apology helps?',
        explanation:
          'It names what went wrong and what happens next. The others speak about feelings or look for somebody to blame.',
        options: [
          '“We’re sorry that you feel that way.”',
          '“We apologise for any inconvenience.”',
          '“The courier is to blame.”',
          '“We packed the wrong size. Sorry. The right one leaves today.”',
        ],
      },
      {
        question: 'Hangi özür işe yarar?',
        explanation: 'Neyin ters gittiğini ve ne olacağını söyler. Ötekiler duygulardan söz eder ya da suçlu arar.',
        options: [
          '“Böyle hissetmenize üzüldük.”',
          '“Yaşanan aksaklık için özür dileriz.”',
          '“Suç kargo şirketinde.”',
          '“Yanlış bedeni koymuşuz. Özür dileriz. Doğrusu bugün yola çıkıyor.”',
        ],
      },
    ),
    question(
      'journalist',
      [2],
      {
        question: 'A journalist asks in a comment why a product was recalled. What do you do?',
        explanation: 'Pass it on yourself and say so. Neither a half answer nor silence helps.',
        options: [
          'Answer as well as you can',
          'Pass it to the press office and tell her that you did',
          'Hide the comment',
          'Ask her to write to the general address',
        ],
      },
      {
        question: 'Bir gazeteci yorumda bir ürünün neden geri çağrıldığını soruyor. Ne yaparsınız?',
        explanation: 'Siz iletin ve ilettiğinizi söyleyin. Yarım yanıt da sessizlik de işe yaramaz.',
        options: [
          'Elimden geldiğince yanıtlarım',
          'Basın birimine iletir, ilettiğimi söylerim',
          'Yorumu gizlerim',
          'Genel adrese yazmasını isterim',
        ],
      },
    ),
    question(
      'how-often',
      [1],
      {
        question: 'An argument has gone back and forth twice in public. What next?',
        explanation: 'After two answers the readers have understood. A call solves what a third answer only prolongs.',
        options: [
          'Offer a call or a private message',
          'Answer until the last word is ours',
          'Block the person',
          'Ask colleagues to support us',
        ],
      },
      {
        question: 'Açık yerdeki bir tartışma iki kez gidip geldi. Sonra?',
        explanation: 'İki yanıttan sonra okuyanlar anlamıştır. Üçüncü yanıtın uzatacağını bir telefon çözer.',
        options: [
          'Telefon ya da özel mesaj öneririm',
          'Son söz bizim olana kadar yanıtlarım',
          'Kişiyi engellerim',
          'Arkadaşlardan destek yazmalarını isterim',
        ],
      },
    ),
  ],
}
