import { accounts, mistakes, respect, rights } from './everywhere.ts'
import { section, type Starter } from './starter.ts'

/** For an association, a foundation or an aid organisation with donors, volunteers and people it helps. */
export const charity: Starter = {
  title: { en: 'Social media policy for our cause', tr: 'Dernek ve vakıf sosyal medya politikası' },
  summary: {
    en: 'How {organisation} tells of its work without harming those it works for. It holds for staff, volunteers, board members and everybody who speaks in our name.',
    tr: '{organisation} çalışmalarını, yanında olduğu insanlara zarar vermeden nasıl anlatır. Çalışanlar, gönüllüler, yönetim kurulu ve adımıza konuşan herkes için geçerlidir.',
  },
  sections: [
    section(
      'purpose',
      {
        title: 'Why we speak',
        text: 'Attention helps our cause, but it is not the cause. We speak so that people understand, join, give and take part. We measure a post by whether it helps the people and the things we work for, not by how many saw it.\n\nVolunteers are our strongest voice. This policy is there so that everybody can speak with a clear conscience.',
        dos: ['Tell what changed and what is still hard.', 'Say what people can do today: give, come, sign, share.'],
        donts: ['Frightening people so that they give.', 'A post whose only message is that we are good.'],
      },
      {
        title: 'Neden konuşuyoruz',
        text: 'İlgi davamıza yarar ama davanın kendisi değildir. İnsanlar anlasın, katılsın, bağış yapsın, emek versin diye konuşuruz. Bir gönderiyi kaç kişinin gördüğüne göre değil, uğruna çalıştığımız insanlara ve şeylere yarayıp yaramadığına göre değerlendiririz.\n\nGönüllüler en güçlü sesimizdir. Bu politika herkes gönül rahatlığıyla konuşabilsin diye var.',
        dos: [
          'Neyin değiştiğini ve neyin hâlâ zor olduğunu anlatın.',
          'İnsanların bugün ne yapabileceğini söyleyin: bağış, katılım, imza, paylaşım.',
        ],
        donts: ['Bağış yapsınlar diye insanları korkutmak.', 'Tek söylediği iyi olduğumuz olan gönderi.'],
      },
    ),
    section(
      'dignity',
      {
        title: 'Dignity of those we help',
        text: 'People we work with are partners, not proof. We tell their stories only when they want that, in words they would use themselves, and we show them as people who act. They may see the text and the pictures beforehand and may say no at any time, without losing any help.\n\nWe do not show people in their worst moment. For children, for people who have fled and for victims of violence we change names, leave out places and choose pictures in which nobody can be recognised, even when they agree. Pictures carry their place in their data: remove it.',
        dos: [
          '“Zeynep (name changed) runs the sewing room today. She taught herself in the first winter.”',
          'Note consent in writing: who, for what, until when, in a language they speak.',
          'Ask: would I want to be shown like this?',
        ],
        donts: [
          'A crying child with an account number.',
          '“Without us they would have nothing.”',
          'Name, village and school in the same post.',
        ],
      },
      {
        title: 'Yanında olduğumuz insanların onuru',
        text: 'Birlikte çalıştığımız insanlar kanıt değil, ortaktır. Hikâyelerini yalnızca isterlerse, kendi kullanacakları sözlerle anlatır, onları bir şey yapan insanlar olarak gösteririz. Metni ve görselleri önceden görebilir, hiçbir desteği yitirmeden istedikleri an hayır diyebilirler.\n\nKimseyi en kötü anında göstermeyiz. Çocuklar, sığınanlar ve şiddet görenler için, izin verseler bile adı değiştirir, yeri söylemez, kimsenin tanınmadığı görseller seçeriz. Görsellerin içinde konum bilgisi bulunur: silin.',
        dos: [
          '“Dikiş atölyesini bugün Zeynep (adı değiştirildi) yürütüyor. İlk kış kendi kendine öğrendi.”',
          'İzni yazılı alın: kim, ne için, ne zamana kadar, anladığı dilde.',
          'Sorun: Ben böyle gösterilmek ister miydim?',
        ],
        donts: [
          'Hesap numarasıyla birlikte ağlayan bir çocuk.',
          '“Biz olmasak hiçbir şeyleri olmazdı.”',
          'Aynı gönderide ad, köy ve okul.',
        ],
      },
    ),
    section(
      'confidential',
      {
        title: 'Confidential information',
        text: 'Confidential is everything about people who ask us for help, about donors who have not agreed to be named, about safe houses and routes, about open applications for funds, and what is said in board and team meetings. A place that is shown can be found.\n\nDonations are a private matter. We thank by name only those who want that. This holds for volunteers as for staff, and after the time with us is over.',
        dos: [
          '“Thank you to 214 people who gave this week.”',
          'Post from a visit after you have left, without saying where exactly it was.',
        ],
        donts: [
          'A live picture from the shelter.',
          '“Mr Demir from the bakery gave 5,000!”, without asking him.',
          '“We are about to get the big grant.”',
        ],
      },
      {
        title: 'Gizli bilgiler',
        text: 'Bizden destek isteyenlerle, adının anılmasına izin vermemiş bağışçılarla, sığınma evleri ve güzergâhlarla, sonuçlanmamış fon başvurularıyla ilgili her şey ile kurul ve ekip toplantılarında konuşulanlar gizlidir. Gösterilen yer bulunur.\n\nBağış özel bir konudur. Yalnızca isteyene adıyla teşekkür ederiz. Bu, çalışanlar kadar gönüllüler için de, bizimle geçirilen süre bittikten sonra da geçerlidir.',
        dos: [
          '“Bu hafta bağış yapan 214 kişiye teşekkürler.”',
          'Ziyareti, ayrıldıktan sonra ve tam yerini söylemeden paylaşın.',
        ],
        donts: [
          'Sığınma evinden canlı görüntü.',
          'Sormadan: “Fırıncı Demir Bey 5.000 lira bağışladı!”',
          '“Büyük fonu almak üzereyiz.”',
        ],
      },
    ),
    section(
      'persona',
      {
        title: 'Personal and professional persona',
        text: 'Many of us are here out of conviction, and that may be seen. In private you speak for yourself, with your own words. In our accounts you speak for the cause and for everybody who carries it, whatever they vote for or believe in.\n\nWho speaks to media or authorities in our name is agreed beforehand. Private collections for single cases do not run under our name.',
        dos: [
          '“I volunteer with {organisation}. What I write here is my own view.”',
          'Link to the official appeal instead of copying the account number.',
        ],
        donts: ['Calling for the boycott of a shop from our account.', 'A collection of your own with our logo.'],
      },
      {
        title: 'Kişisel ve mesleki kimlik',
        text: 'Çoğumuz inandığımız için buradayız, bu görülebilir. Özel hesabınızda kendi adınıza, kendi sözünüzle konuşursunuz. Hesaplarımızda ise dava adına ve neye oy verirse versin, neye inanırsa inansın onu taşıyan herkes adına konuşursunuz.\n\nBasınla ya da resmî makamlarla adımıza kimin konuşacağı önceden belirlenir. Tek tek kişiler için açılan özel bağış kampanyaları adımızla yürütülmez.',
        dos: [
          '“{organisation} gönüllüsüyüm. Burada yazdıklarım kendi görüşüm.”',
          'Hesap numarasını kopyalamak yerine resmî çağrıya bağlantı verin.',
        ],
        donts: ['Hesabımızdan bir dükkânı boykot etmeye çağırmak.', 'Logomuzla kendi bağış kampanyanızı açmak.'],
      },
    ),
    section(
      'disclosure',
      {
        title: 'Say who you are, and where the money goes',
        text: 'Whoever asks for money says for whom, for what, and what happens if more comes in than is needed. Companies that support us are named as supporters, and a paid post is marked as such. When staff or volunteers recommend us, they say that they belong to us.\n\nWe use round figures that we can prove, and say from when they are.',
        dos: [
          '“25 pays for a school bag. If we collect more than 400 bags, the rest goes into tutoring.”',
          '“Ad | The bakery pays for this post and for 50 breakfasts.”',
        ],
        donts: [
          '“Every cent arrives!”, when administration costs money as well.',
          'A celebrity who was paid and does not say so.',
        ],
      },
      {
        title: 'Kim olduğunuzu ve paranın nereye gittiğini söyleyin',
        text: 'Bağış isteyen; kimin için, ne için istediğini ve gerekenden fazla toplanırsa ne olacağını söyler. Bizi destekleyen şirketler destekçi olarak anılır, ücretli gönderi öyle işaretlenir. Çalışanlar ve gönüllüler bizi önerirken bizden olduklarını söyler.\n\nKanıtlayabildiğimiz yuvarlak rakamlar kullanır, hangi tarihe ait olduklarını yazarız.',
        dos: [
          '“250 lira bir okul çantası demek. 400 çantadan fazlası toplanırsa kalanı etüt desteğine gider.”',
          '“Reklam | Bu gönderinin ve 50 kahvaltının bedelini fırın karşılıyor.”',
        ],
        donts: ['Yönetim gideri varken “Her kuruşu yerine ulaşıyor!”', 'Ücret alıp bunu söylemeyen bir ünlü.'],
      },
    ),
    respect,
    section(
      'supporters',
      {
        title: 'Answering supporters, critics and people in need',
        text: 'Somebody who needs help may write in a comment. Answer at once, without details in public, and bring the person to those who can help; keep the numbers for emergencies at hand. Donors get an answer to what their money does. Critics get facts and an invitation to look.\n\nHate against those we work for is hidden, documented and, where it is a crime, reported.',
        dos: [
          '“Thank you for writing. You are not alone with this. I am sending you a private message now. In danger, call 112. Selin”',
          '“Good question: of each 100, 83 go into projects. The audited report is here: link.”',
        ],
        donts: [
          '“Please fill in the form on our website.” to somebody in distress.',
          'Arguing with people who only want to provoke.',
          'Asking for the story of a person in need in public.',
        ],
      },
      {
        title: 'Destekçilere, eleştirenlere ve desteğe gereksinim duyanlara yanıt',
        text: 'Desteğe gereksinim duyan biri yorumda yazabilir. Hemen, herkese açık yerde ayrıntıya girmeden yanıt verin ve yardım edebilecek kişiye ulaştırın; acil numaralar elinizin altında olsun. Bağışçı, parasının neye yaradığını öğrenir. Eleştiren, bilgi ve gelip görme daveti alır.\n\nYanında olduğumuz insanlara yönelik nefret gizlenir, kayda geçirilir, suçsa bildirilir.',
        dos: [
          '“Yazdığınız için teşekkürler. Bunda yalnız değilsiniz. Şimdi size özel mesaj gönderiyorum. Tehlikedeyseniz 112’yi arayın. Selin”',
          '“Güzel soru: her 100 liranın 83’ü projelere gidiyor. Denetlenmiş rapor burada: bağlantı.”',
        ],
        donts: [
          'Zor durumdaki birine “Lütfen sitemizdeki formu doldurun.”',
          'Yalnızca kışkırtmak isteyenlerle tartışmak.',
          'Desteğe gereksinim duyan birinden hikâyesini herkese açık yerde istemek.',
        ],
      },
    ),
    rights,
    accounts,
    mistakes,
  ],
}
