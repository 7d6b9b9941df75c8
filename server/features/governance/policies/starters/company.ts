import { accounts, mistakes, respect, rights } from './everywhere.ts'
import { section, type Starter } from './starter.ts'

/** For a company with customers, products and competitors. */
export const company: Starter = {
  title: { en: 'Social media policy', tr: 'Sosyal medya politikası' },
  summary: {
    en: 'How we at {organisation} talk on social media: what we may say, what we keep to ourselves, and how we answer. It holds for everybody who works here and for agencies that work for us.',
    tr: '{organisation} olarak sosyal medyada nasıl konuştuğumuz: ne söyleriz, neyi kendimize saklarız, nasıl yanıt veririz. Burada çalışan herkes ve bizim için çalışan ajanslar için geçerlidir.',
  },
  sections: [
    section(
      'purpose',
      {
        title: 'Why we have this policy',
        text: 'We want you to talk about your work. People trust people more than logos, and nobody knows our products better than you do.\n\nThis policy tells you where the guard rails are, so that you can move freely between them. It covers every place where people talk in public or half in public: networks, reviews, forums, comments, group chats with customers, podcasts and live streams. Where the law or your contract says more, they come first. If you are not sure, ask before you post; there are no silly questions.',
        dos: [
          'Ask the social media team when a case is not in here. Good questions become examples in the next version.',
        ],
        donts: ['“Nobody told me.” You accept this policy so that everybody knows it.'],
      },
      {
        title: 'Bu politika neden var',
        text: 'İşinizden söz etmenizi isteriz. İnsanlar logolardan çok insanlara güvenir ve ürünlerimizi kimse sizden iyi bilmez.\n\nBu politika sınırların nerede olduğunu gösterir ki aralarında rahatça hareket edebilesiniz. İnsanların herkese açık ya da yarı açık konuştuğu her yeri kapsar: ağlar, değerlendirmeler, forumlar, yorumlar, müşterilerle grup sohbetleri, podcast’ler, canlı yayınlar. Yasa ya da sözleşmeniz daha fazlasını söylüyorsa önce onlar gelir. Emin değilseniz paylaşmadan önce sorun; sorunun gereksizi olmaz.',
        dos: [
          'Burada olmayan bir durumla karşılaşırsanız sosyal medya ekibine sorun. İyi sorular bir sonraki sürümde örnek olur.',
        ],
        donts: ['“Kimse söylemedi.” Bu politikayı herkes bilsin diye kabul ediyorsunuz.'],
      },
    ),
    section(
      'confidential',
      {
        title: 'Confidential information',
        text: 'Some things are not ours to tell, or not yet. Confidential is what would harm the company, a customer, a partner or a colleague if it became known: figures before they are published, prices and contracts, products before their launch, plans, incidents, legal matters, everything about customers, and everything personal about colleagues.\n\nPictures tell more than words. Look at the whiteboard, the screen and the badge in the background before you post. What you have read in an internal channel is internal, even if it looks harmless. When you leave {organisation}, this still holds.',
        dos: [
          'Share what is on our website, in a press release or already posted by us.',
          '“We have something new coming in spring. I can’t say more yet, but I’m looking forward to it”, if the launch has been announced.',
          'Crop or retake a picture when papers or screens can be read.',
        ],
        donts: [
          '“Best quarter ever, figures next week!”',
          'A picture of the meeting room with the launch plan on the wall.',
          '“Just came out of a call with Aydın Hotels, big contract on its way.”',
        ],
      },
      {
        title: 'Gizli bilgiler',
        text: 'Bazı şeyleri anlatmak bize düşmez ya da henüz zamanı değildir. Öğrenildiğinde şirkete, bir müşteriye, bir iş ortağına ya da çalışma arkadaşına zarar verecek her şey gizlidir: yayımlanmamış rakamlar, fiyatlar ve sözleşmeler, tanıtılmamış ürünler, planlar, yaşanan olaylar, hukuki konular, müşterilerle ilgili her şey, çalışma arkadaşlarının özel hayatı.\n\nGörseller sözden fazlasını anlatır. Paylaşmadan önce arkadaki panoya, ekrana, yaka kartına bakın. İç kanalda okuduğunuz, zararsız görünse de iç bilgidir. {organisation} ile yollarınız ayrıldığında da bu geçerlidir.',
        dos: [
          'Web sitemizde, basın bültenimizde ya da daha önce bizim paylaştığımız yerde olanı paylaşın.',
          'Tanıtım duyurulduysa: “İlkbaharda yeni bir şey geliyor. Daha fazlasını söyleyemem ama ben de heyecanla bekliyorum.”',
          'Kâğıtlar ya da ekranlar okunuyorsa fotoğrafı kırpın ya da yeniden çekin.',
        ],
        donts: [
          '“Tarihimizin en iyi çeyreği, rakamlar haftaya!”',
          'Duvarında tanıtım planı asılı toplantı odasının fotoğrafı.',
          '“Aydın Otelleri ile görüşmeden çıktım, büyük sözleşme yolda.”',
        ],
      },
    ),
    section(
      'persona',
      {
        title: 'Personal and professional persona',
        text: 'Your own accounts are yours. You may say where you work, like what we post and have opinions. Two things help: be clear that you speak for yourself, and remember that people may still see you as one of us.\n\nIn our accounts you speak as {organisation}: in our voice, about our topics, with the approvals that apply. Private opinions, politics and quarrels have no place there. Do not use your work address or our logo for private accounts, and do not post for us from them.',
        dos: [
          'Write in your profile: “Works at {organisation}. Views are my own.”',
          'Share our posts with a sentence of your own; it is worth more than a copy.',
          'Check which account is active before you comment.',
        ],
        donts: [
          'Commenting on an election from the company’s account.',
          'Rating our products, or those of competitors, as if you were a customer.',
          'Taking an argument from a private account to our page.',
        ],
      },
      {
        title: 'Kişisel ve mesleki kimlik',
        text: 'Kendi hesaplarınız sizindir. Nerede çalıştığınızı söyleyebilir, paylaşımlarımızı beğenebilir, görüş bildirebilirsiniz. İki şey işe yarar: kendi adınıza konuştuğunuz anlaşılsın ve insanların sizi yine de bizden biri olarak görebileceğini unutmayın.\n\nHesaplarımızda {organisation} olarak konuşursunuz: bizim sesimizle, bizim konularımızda, gereken onaylarla. Kişisel görüşlerin, siyasetin ve tartışmaların yeri orası değildir. Kişisel hesaplarda iş e-postanızı ya da logomuzu kullanmayın; bizim adımıza oradan paylaşım yapmayın.',
        dos: [
          'Profilinize yazın: “{organisation} çalışanı. Görüşler bana aittir.”',
          'Paylaşımlarımızı kendi cümlenizle paylaşın; kopyadan daha değerlidir.',
          'Yorum yazmadan önce hangi hesabın açık olduğuna bakın.',
        ],
        donts: [
          'Şirket hesabından seçim yorumu yapmak.',
          'Ürünlerimizi ya da rakiplerin ürünlerini müşteriymiş gibi puanlamak.',
          'Kişisel hesaptaki bir tartışmayı sayfamıza taşımak.',
        ],
      },
    ),
    section(
      'disclosure',
      {
        title: 'Say who you are',
        text: 'Whoever speaks about us and is paid by us says so, in the same post and where it is seen at once. That goes for employees, agencies, partners and creators, for gifts as well as for money. It is fair, and in most countries it is the law.\n\nPaid posts carry the mark of the country: “Ad” in English, “Reklam” or “İş birliği” in Turkish, “Anzeige” in German. A tag hidden among twenty others does not count.',
        dos: [
          '“I work at {organisation}, so I’m biased, but this is the one I use at home.”',
          '“Ad | Together with {organisation} I tried the new grinder.”',
          'Tell creators in writing how they have to mark their posts, and look whether they do.',
        ],
        donts: [
          'Praising us in a forum under a made-up name.',
          'Asking friends for five stars.',
          '#ad as the last of thirty hashtags.',
        ],
      },
      {
        title: 'Kim olduğunuzu söyleyin',
        text: 'Bizden söz eden ve bizden bir karşılık alan kişi bunu aynı gönderide, hemen görülen bir yerde söyler. Bu; çalışanlar, ajanslar, iş ortakları ve içerik üreticileri için, para kadar hediyeler için de geçerlidir. Doğru olan budur; çoğu ülkede yasa da bunu ister.\n\nÜcretli gönderiler o ülkenin ibaresini taşır: Türkçede “Reklam” ya da “İş birliği”, İngilizcede “Ad”, Almancada “Anzeige”. Yirmi etiketin arasına gizlenmiş bir etiket sayılmaz.',
        dos: [
          '“{organisation} çalışanıyım, tarafsız sayılmam ama evde kullandığım bu.”',
          '“Reklam | {organisation} ile yeni değirmeni denedim.”',
          'İçerik üreticilerine gönderilerini nasıl işaretleyeceklerini yazılı bildirin ve yapıp yapmadıklarına bakın.',
        ],
        donts: [
          'Bir forumda uydurma adla bizi övmek.',
          'Arkadaşlardan beş yıldız istemek.',
          'Otuz etiketin sonuncusu olarak #reklam.',
        ],
      },
    ),
    respect,
    section(
      'customers',
      {
        title: 'Answering customers',
        text: 'An answer is read by one person and seen by a thousand. Answer within the time we promise, in the language of the question, with a name at the end. First show that you understood, then say what you know, then what happens next and when.\n\nPersonal data never belongs in public: take orders, addresses and health to a private message, and ask there only for what you need. Do not promise what you cannot decide. If you do not know, say so, find out and come back.',
        dos: [
          '“That is annoying, Mr Kaya, especially before a holiday. Please send us your order number in a private message; you will have an answer by 4 pm today. Elif”',
          '“I don’t know whether it fits your machine. I’m asking our workshop and will write to you tomorrow morning.”',
          'Thank for praise in a sentence that shows that you have read it.',
        ],
        donts: [
          '“As stated in our terms and conditions…”',
          '“Please contact customer service.” (They just did.)',
          'Writing an order number, an address or a diagnosis into a public answer.',
        ],
      },
      {
        title: 'Müşterilere yanıt',
        text: 'Yanıtı bir kişi okur, bin kişi görür. Söz verdiğimiz sürede, sorunun dilinde, sonunda adınızla yanıt verin. Önce anladığınızı gösterin, sonra bildiğinizi söyleyin, sonra ne olacağını ve ne zaman olacağını.\n\nKişisel veri herkese açık yere yazılmaz: sipariş, adres ve sağlık konularını özel mesaja taşıyın ve orada yalnızca gerekeni sorun. Karar veremeyeceğiniz şeye söz vermeyin. Bilmiyorsanız söyleyin, öğrenin ve dönün.',
        dos: [
          '“Çok can sıkıcı Bora Bey, hele bayram öncesinde. Sipariş numaranızı özel mesajla iletirseniz bugün 16.00’ya kadar dönüş yapacağım. Elif”',
          '“Makinenize uyup uymadığını bilmiyorum. Atölyemize soruyorum, yarın sabah yazacağım.”',
          'Övgüye, okuduğunuzu belli eden bir cümleyle teşekkür edin.',
        ],
        donts: [
          '“Koşullarımızda belirtildiği üzere…”',
          '“Lütfen müşteri hizmetlerine ulaşın.” (Zaten ulaştı.)',
          'Herkese açık yanıtta sipariş numarası, adres ya da sağlık bilgisi yazmak.',
        ],
      },
    ),
    rights,
    accounts,
    mistakes,
  ],
}
