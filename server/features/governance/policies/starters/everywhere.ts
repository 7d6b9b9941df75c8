import { section } from './starter.ts'

/** How we speak with people. */
export const respect = section(
  'respect',
  {
    title: 'Respectful language',
    text: 'Write as you would speak to somebody who stands in front of you and whom you will meet again tomorrow. Disagree with what was said, never with who said it.\n\nWe do not discriminate, threaten, insult, shame or make fun of people: not because of where they come from, what they believe, whom they love, how old they are, how they look or what they can or cannot do. This also holds for jokes, pictures, hashtags, reactions and what we share from others.\n\nIf a discussion becomes heated, answer once, calmly and with facts. Then leave it, or take it to a private message.',
    dos: [
      'Call people what they call themselves, and ask if you are not sure.',
      'Answer criticism with what you know and what you will do: “You are right, the form was hard to find. We have moved it to the first page.”',
      'Read your answer aloud before you send it. If it sounds sharp, wait ten minutes.',
    ],
    donts: [
      '“Some people just don’t want to understand.”',
      'Irony at the expense of the person you answer.',
      'Sharing somebody’s post in order to have others laugh at it.',
    ],
  },
  {
    title: 'Saygılı dil',
    text: 'Karşınızda duran ve yarın yine göreceğiniz biriyle nasıl konuşuyorsanız öyle yazın. Söylenene karşı çıkabilirsiniz, söyleyene değil.\n\nKimseyi kökeni, inancı, kimi sevdiği, yaşı, görünüşü, yapabildikleri ya da yapamadıkları yüzünden ayırmayız, tehdit etmeyiz, aşağılamayız, utandırmayız, alaya almayız. Bu; şakalar, görseller, etiketler, tepkiler ve başkasından paylaştıklarımız için de geçerlidir.\n\nTartışma kızışırsa bir kez, sakin ve bilgiye dayanarak yanıt verin. Sonra ya bırakın ya da özel mesaja taşıyın.',
    dos: [
      'İnsanlara kendilerini nasıl adlandırıyorlarsa öyle hitap edin; emin değilseniz sorun.',
      'Eleştiriye bildiğinizle ve yapacağınızla yanıt verin: “Haklısınız, form zor bulunuyordu. İlk sayfaya aldık.”',
      'Göndermeden önce yanıtınızı sesli okuyun. Sert geliyorsa on dakika bekleyin.',
    ],
    donts: [
      '“Bazıları anlamak istemiyor, ne yapalım.”',
      'Yanıt verdiğiniz kişiyi hedef alan iğneleme.',
      'Başkaları gülsün diye birinin gönderisini paylaşmak.',
    ],
  },
)

/** What belongs to others. */
export const rights = section(
  'rights',
  {
    title: 'Pictures, words and music of others',
    text: 'What we find on the internet belongs to somebody. We use texts, pictures, videos and music only when we made them, bought them, or were allowed to use them, and we name whoever made them.\n\nPeople in pictures have a say. Ask before you publish somebody who can be recognised, and note who agreed, to what, and when. For children, the parents or guardians agree, in writing. If somebody changes their mind, we take the picture down.\n\nWhere a text or picture was made with artificial intelligence and could be taken for real, we say so.',
    dos: [
      'Keep the permission where the picture is kept, so that the next colleague finds it.',
      'Describe every picture in a sentence for people who cannot see it.',
      'Write “Photo: Ayşe Demir” where the photographer is to be named.',
    ],
    donts: [
      'Pictures from a search engine, “everybody uses them”.',
      'A snapshot of a customer, visitor or colleague who does not know of it.',
      'A made-up picture of an event as if it had happened.',
    ],
  },
  {
    title: 'Başkalarının görselleri, sözleri ve müziği',
    text: 'İnternette bulduğumuz her şeyin bir sahibi vardır. Metin, görsel, video ve müziği yalnızca kendimiz ürettiysek, satın aldıysak ya da izin aldıysak kullanırız ve üreteni belirtiriz.\n\nGörseldeki kişilerin de söz hakkı vardır. Tanınabilecek birini yayımlamadan önce sorun; kimin, neye, ne zaman izin verdiğini not edin. Çocuklar için izni veli ya da vasi yazılı olarak verir. Biri fikrini değiştirirse görseli kaldırırız.\n\nYapay zekâyla üretilmiş ve gerçek sanılabilecek metin ve görsellerde bunu belirtiriz.',
    dos: [
      'İzni görselle aynı yerde saklayın; bir sonraki çalışma arkadaşınız da bulsun.',
      'Her görseli, göremeyenler için bir cümleyle betimleyin.',
      'Fotoğrafçının adı verilecekse “Fotoğraf: Ayşe Demir” yazın.',
    ],
    donts: [
      '“Herkes kullanıyor” diye arama motorundan alınan görseller.',
      'Müşterinin, ziyaretçinin ya da çalışma arkadaşınızın haberi olmadan çekilmiş bir kare.',
      'Olmamış bir olayı olmuş gibi gösteren üretilmiş görsel.',
    ],
  },
)

/** Who holds the keys. */
export const accounts = section(
  'accounts',
  {
    title: 'Our accounts and their keys',
    text: 'Accounts in our name belong to {organisation}, not to the person who opened them. They are connected in Tutti, where it is recorded who published what. Nobody opens an account in our name without telling the team that is responsible for social media.\n\nPasswords are not shared and not sent. Everybody signs in as themselves, with a second factor. When somebody changes jobs or leaves, their access ends on the same day.',
    dos: [
      'Publish through Tutti; then approvals, rules and the record work for you.',
      'Report a lost phone or a strange sign-in at once, also at night.',
      'Check twice which account you are using before you send.',
    ],
    donts: [
      'A shared password in a chat or on a note.',
      'A “small” account for one event that nobody looks after later.',
      'Signing in to our accounts on a device that others use.',
    ],
  },
  {
    title: 'Hesaplarımız ve anahtarları',
    text: 'Adımıza açılmış hesaplar, açan kişiye değil {organisation} kuruluşuna aittir. Hesaplar Tutti’ye bağlıdır; kimin ne yayımladığı orada kayıtlıdır. Sosyal medyadan sorumlu ekibe haber vermeden kimse adımıza hesap açmaz.\n\nParola paylaşılmaz, gönderilmez. Herkes kendi adıyla ve ikinci doğrulamayla oturum açar. Görevi değişen ya da ayrılan kişinin erişimi aynı gün sona erer.',
    dos: [
      'Tutti üzerinden yayımlayın; onaylar, kurallar ve kayıt sizin için çalışsın.',
      'Kaybolan telefonu ya da tuhaf bir oturumu gece de olsa hemen bildirin.',
      'Göndermeden önce hangi hesapta olduğunuza iki kez bakın.',
    ],
    donts: [
      'Sohbette ya da kâğıtta paylaşılan parola.',
      'Tek bir etkinlik için açılan, sonra kimsenin ilgilenmediği “küçük” hesap.',
      'Başkalarının da kullandığı bir cihazda hesaplarımıza girmek.',
    ],
  },
)

/** What to do after a mistake. */
export const mistakes = section(
  'mistakes',
  {
    title: 'When something goes wrong',
    text: 'Mistakes happen to everybody who writes. What counts is what we do next. Tell the team that is responsible for social media at once; nobody is blamed for speaking up early.\n\nWe correct in the open: we say what was wrong, what is right, and that we are sorry where somebody was hurt. We delete only what harms people, breaks the law or shows confidential information, and we say that we did.\n\nIn a crisis one person speaks for all. Everything that is planned is held until it has been looked at again. Whoever is asked by journalists passes the question on to the press office.',
    dos: [
      '“Yesterday we gave the wrong opening hours. Right is 9 to 17. Sorry to everybody who stood in front of a closed door.”',
      'Take a picture of the screen before anything is changed.',
      'Use the emergency stop if you are not sure what else is about to go out.',
    ],
    donts: [
      'Deleting quietly and hoping that nobody noticed.',
      'Arguing about who is to blame where everybody can read it.',
      'Answering journalists “off the record”.',
    ],
  },
  {
    title: 'Bir şeyler ters gittiğinde',
    text: 'Yazan herkes hata yapar. Önemli olan sonra ne yaptığımızdır. Sosyal medyadan sorumlu ekibe hemen haber verin; erken söyleyen suçlanmaz.\n\nAçıkça düzeltiriz: neyin yanlış, neyin doğru olduğunu söyler, birini incittiysek özür dileriz. Yalnızca insanlara zarar veren, yasaya aykırı olan ya da gizli bilgi gösteren içeriği sileriz ve sildiğimizi söyleriz.\n\nKriz anında herkes adına bir kişi konuşur. Planlanmış her şey yeniden gözden geçirilene kadar bekletilir. Gazeteciden soru alan, soruyu basın birimine iletir.',
    dos: [
      '“Dün çalışma saatlerimizi yanlış yazdık. Doğrusu 9-17. Kapıda kalan herkesten özür dileriz.”',
      'Bir şey değiştirilmeden önce ekran görüntüsü alın.',
      'Sırada başka neyin olduğundan emin değilseniz acil durdurmayı kullanın.',
    ],
    donts: [
      'Sessizce silip kimsenin görmediğini ummak.',
      'Herkesin okuyabildiği yerde suçlu aramak.',
      'Gazeteciye “aramızda kalsın” diyerek bilgi vermek.',
    ],
  },
)
