import { lesson, question, type ReadyCourse } from './ready-course.ts'

/** The first hour. */
export const crisis: ReadyCourse = {
  title: { en: 'Crisis on social media', tr: 'Sosyal medyada kriz' },
  summary: {
    en: 'Recognise it, stop, find out, speak with one voice. What the first hour asks of everybody. Ten minutes.',
    tr: 'Tanımak, durdurmak, öğrenmek, tek sesle konuşmak. İlk saatin herkesten istediği. On dakika.',
  },
  passMark: 80,
  triesPerHour: 3,
  validMonths: 12,
  lessons: [
    lesson(
      'recognise',
      [
        'Complaint, wave or crisis?',
        'A complaint is about one case. A wave is many people about one matter. A crisis threatens people, trust or the law, and it grows faster than you can answer.\n\nSigns: the same question from people who do not know each other, journalists who ask, our name beside a word that does not belong to it, employees who are written to in private. Do not wait until you are sure. Report a suspicion, with a link and a picture of the screen.',
      ],
      [
        'Şikâyet mi, dalga mı, kriz mi?',
        'Şikâyet tek bir olayla ilgilidir. Dalga, çok kişinin tek bir konuda yazmasıdır. Kriz ise insanları, güveni ya da yasal durumu tehdit eder ve yanıtlayabileceğinizden hızlı büyür.\n\nBelirtiler: birbirini tanımayanlardan aynı soru, soru soran gazeteciler, adımızın yanında ona yakışmayan bir sözcük, özelden yazılan çalışanlar. Emin olana kadar beklemeyin. Kuşkunuzu bağlantı ve ekran görüntüsüyle bildirin.',
      ],
    ),
    lesson(
      'stop',
      [
        'Stop first',
        'Nothing hurts more than a cheerful post that goes out beside bad news because it was planned a week ago. So the first move is the emergency stop: it holds everything that is planned, for everything or for a region or channel. Nothing is lost; afterwards each post is looked at before it goes out.\n\nPause advertisements as well. Do not delete anything yet: deleting looks like hiding, and we need it as evidence.',
      ],
      [
        'Önce durdurun',
        'Bir hafta önce planlandığı için kötü haberin yanında çıkan neşeli bir gönderiden daha çok yaralayan şey yoktur. Bu yüzden ilk hamle acil durdurmadır: planlanmış her şeyi, tümü için ya da bir bölge veya kanal için bekletir. Hiçbir şey kaybolmaz; sonra her gönderiye çıkmadan önce bakılır.\n\nReklamları da durdurun. Henüz hiçbir şeyi silmeyin: silmek saklamak gibi görünür, üstelik kanıt olarak gerekir.',
      ],
    ),
    lesson(
      'speak',
      [
        'One voice, early, with facts',
        'One person speaks for all of us. Everybody else passes questions on, also friendly ones, also in private messages.\n\nThe first statement comes within the hour, even if little is known. It says what happened, that we care, what we are doing, and when we will speak again: “There was a fire in our Bursa workshop this morning. Everybody is out and safe. We are working with the fire brigade and will tell you more here at 2 pm.”\n\nNo guesses, no blame, no “no comment”, no joke.',
      ],
      [
        'Tek ses, erken, bilgiyle',
        'Hepimiz adına bir kişi konuşur. Herkes, dostça olanlar ve özel mesajlar dâhil soruları iletir.\n\nİlk açıklama, az şey bilinse de bir saat içinde gelir. Ne olduğunu, önemsediğimizi, ne yaptığımızı ve ne zaman yeniden konuşacağımızı söyler: “Bu sabah Bursa atölyemizde yangın çıktı. Herkes dışarıda ve güvende. İtfaiyeyle çalışıyoruz, 14.00’te buradan yeniden bilgi vereceğiz.”\n\nTahmin yok, suçlama yok, “yorum yok” yok, şaka yok.',
      ],
    ),
    lesson(
      'after',
      [
        'Afterwards',
        'It is not over when it becomes quiet. Say how it ended and what changes. Answer those who were left without an answer. Then lift the stop and look at each held post: is it still right, now?\n\nWithin a week we sit together: what did we see too late, who was missing, which sentence helped? What we learn goes into the policy and into this course.',
      ],
      [
        'Sonrasında',
        'Ortalık sessizleşince bitmiş olmaz. Nasıl sonuçlandığını ve neyin değiştiğini söyleyin. Yanıtsız kalanları yanıtlayın. Sonra durdurmayı kaldırın ve bekletilen her gönderiye bakın: şimdi hâlâ uygun mu?\n\nBir hafta içinde bir araya geliriz: neyi geç gördük, kim eksikti, hangi cümle işe yaradı? Öğrendiklerimiz politikaya ve bu eğitime girer.',
      ],
    ),
  ],
  questions: [
    question(
      'first-move',
      [3],
      {
        question: 'You read of an accident in one of our plants. What is the first thing to do with what is planned?',
        explanation: 'Hold everything at once; nothing is lost, and each post is looked at before it goes out.',
        options: [
          'Nothing, it was approved',
          'Delete the posts of this week',
          'Use the emergency stop',
          'Publish faster, so that the bad news moves down',
        ],
      },
      {
        question: 'Tesislerimizden birinde kaza olduğunu okudunuz. Planlanmış gönderiler için ilk yapılacak nedir?',
        explanation: 'Hemen her şeyi bekletin; hiçbir şey kaybolmaz, her gönderiye çıkmadan önce bakılır.',
        options: [
          'Hiçbir şey, onaylıydılar',
          'Bu haftanın gönderilerini silmek',
          'Acil durdurmayı kullanmak',
          'Kötü haber aşağıda kalsın diye daha sık yayımlamak',
        ],
      },
    ),
    question(
      'signs',
      [1, 2],
      {
        question: 'Which are signs of a crisis rather than of a complaint?',
        explanation:
          'Many strangers with one question, and journalists, mean that it grows by itself. One late parcel and praise do not.',
        options: [
          'The same question from many people who do not know each other',
          'Journalists ask for a statement',
          'Somebody’s parcel is late',
          'A customer praises a competitor',
        ],
      },
      {
        question: 'Hangileri şikâyetten çok krize işarettir?',
        explanation:
          'Aynı soruyu soran pek çok yabancı ve gazeteciler, işin kendi kendine büyüdüğünü gösterir. Geciken tek kargo ve övgü göstermez.',
        options: [
          'Birbirini tanımayan çok kişiden aynı soru',
          'Gazetecilerin açıklama istemesi',
          'Birinin kargosunun gecikmesi',
          'Bir müşterinin rakibi övmesi',
        ],
      },
    ),
    question(
      'statement',
      [2],
      {
        question: 'Little is known yet. Which first statement is right?',
        explanation: 'It says what is known, what is being done and when more comes, without guesses.',
        options: [
          '“No comment.”',
          '“We know of the incident, everybody is safe, we are checking the cause and will write again at 2 pm.”',
          '“It was probably the supplier’s fault.”',
          'Nothing until everything is known',
        ],
      },
      {
        question: 'Henüz az şey biliniyor. Hangi ilk açıklama doğrudur?',
        explanation: 'Tahmin etmeden bilineni, yapılanı ve ne zaman yeniden bilgi verileceğini söyler.',
        options: [
          '“Yorum yok.”',
          '“Olaydan haberdarız, herkes güvende, nedenini araştırıyoruz, 14.00’te yeniden yazacağız.”',
          '“Büyük olasılıkla tedarikçinin hatası.”',
          'Her şey belli olana kadar hiçbiri',
        ],
      },
    ),
    question(
      'friend',
      [4],
      {
        question: 'A friend asks you in a private message what really happened. What do you do?',
        explanation: 'One voice holds in private as well; a private answer is a screenshot away from being public.',
        options: [
          'Tell what you heard',
          'Tell, but ask to keep it secret',
          'Answer on your private account',
          'Point to the official statement',
        ],
      },
      {
        question: 'Bir arkadaşınız özel mesajla gerçekte ne olduğunu soruyor. Ne yaparsınız?',
        explanation:
          'Tek ses özelde de geçerlidir; özel bir yanıtla herkese açık olmak arasında bir ekran görüntüsü vardır.',
        options: [
          'Duyduğumu anlatırım',
          'Anlatır, saklamasını isterim',
          'Kişisel hesabımdan açıklarım',
          'Resmî açıklamayı gösteririm',
        ],
      },
    ),
    question(
      'delete',
      [1],
      {
        question: 'Angry comments pile up under a post. What about deleting them?',
        explanation:
          'Deleting looks like hiding. Only what breaks the law or the house rules is hidden, after a copy was kept.',
        options: [
          'They stay; only what breaks the rules is hidden, and a copy is kept',
          'Delete all of them',
          'Close the account for a day',
          'Delete the post',
        ],
      },
      {
        question: 'Bir gönderinin altında öfkeli yorumlar birikiyor. Silmeli mi?',
        explanation:
          'Silmek saklamak gibi görünür. Yalnızca yasaya ya da konuşma kurallarına aykırı olan, kopyası alındıktan sonra gizlenir.',
        options: [
          'Kalırlar; yalnızca kurallara aykırı olan kopyası alınıp gizlenir',
          'Hepsini sileriz',
          'Hesabı bir günlüğüne kapatırız',
          'Gönderiyi sileriz',
        ],
      },
    ),
    question(
      'lift',
      [3],
      {
        question: 'It has become quiet. When do the held posts go out?',
        explanation: 'What was right last week may be wrong today. Each is looked at, then the stop is lifted.',
        options: [
          'At once, all of them',
          'Never again',
          'After each has been looked at again',
          'After the weekend, by themselves',
        ],
      },
      {
        question: 'Ortalık sakinleşti. Bekletilen gönderiler ne zaman çıkar?',
        explanation: 'Geçen hafta uygun olan bugün uygun olmayabilir. Her birine bakılır, sonra durdurma kaldırılır.',
        options: [
          'Hemen, hepsi',
          'Bir daha hiç',
          'Her birine yeniden bakıldıktan sonra',
          'Hafta sonundan sonra kendiliğinden',
        ],
      },
    ),
  ],
}
