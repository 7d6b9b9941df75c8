import { everywhere } from './everywhere.ts'
import { both, type Starter } from './starter.ts'

/** For a business that sells to people. */
export const b2c: Starter = {
  title: both('Social media plan of {organisation}', '{organisation} sosyal medya planı'),
  texts: {
    ...everywhere,
    summary: both(
      `{organisation} wants people to know it, to buy without being pushed, and to come back. Social media carries three parts of that: being found by people who do not know us, helping those who compare, and staying useful to those who have bought.

This plan says whom we speak to, where, with what, at what cost, and how we shall know whether it worked.`,
      `{organisation} insanların kendisini tanımasını, zorlanmadan satın almasını ve geri gelmesini ister. Sosyal medya bunun üç parçasını taşır: bizi tanımayanlarca bulunmak, karşılaştıranlara yardım etmek, satın almış olanlara yararlı kalmak.

Bu plan kime, nerede, neyle, hangi bedelle konuştuğumuzu ve işe yarayıp yaramadığını nasıl anlayacağımızı söyler.`,
    ),
    motive: both(
      'People trust people who use a thing more than those who sell it. We are on social media to be where they talk about it, and to be worth recommending.',
      'İnsanlar bir şeyi satanlardan çok kullananlara güvenir. Sosyal medyada, bunun konuşulduğu yerde olmak ve tavsiye edilmeye değmek için varız.',
    ),
    message: both(
      'One thought that everything repeats: what gets better in a day with our product. Proof comes before adjectives: a picture from use, a figure that can be checked, the words of a customer.',
      'Her şeyin yinelediği tek düşünce: ürünümüzle bir günde ne iyileşir. Sıfatlardan önce kanıt gelir: kullanımdan bir görsel, denetlenebilir bir sayı, bir müşterinin sözü.',
    ),
    market: both(
      'People who buy in our category at least twice a year, and those who buy for them. We name up to three groups and leave the others out on purpose.',
      'Kategorimizden yılda en az iki kez alışveriş yapanlar ve onlar adına satın alanlar. En çok üç grubu adıyla anar, ötekileri bilerek dışarıda bırakırız.',
    ),
    medium: both(
      'Pictures and short films where people look around; longer guides on our own pages, where they can be found for years; answers wherever somebody asks.',
      'İnsanların göz gezdirdiği yerlerde görsel ve kısa film; yıllarca bulunabildikleri kendi sayfalarımızda daha uzun rehberler; sorulan her yerde yanıt.',
    ),
    means: both(
      'A small team of our own, two or three makers whom we know and pay fairly, and a budget of which at least a fifth is kept for what works.',
      'Kendi küçük ekibimiz, tanıdığımız ve hakkını ödediğimiz iki üç üretici, en az beşte biri işe yarayan için ayrılmış bir bütçe.',
    ),
    audience: both(
      `We describe people by what they want to get done, not by age.

- Newcomers: want to avoid a wrong purchase. They need comparison and honest limits.
- Regulars: want more out of what they own. They need guides, care and spare parts.
- Givers: want to be sure that it pleases. They need sizes, dates and a way back.`,
      `İnsanları yaşlarıyla değil, yapmak istedikleri işle tanımlarız.

- Yeniler: yanlış bir şey almamak ister. Karşılaştırma ve dürüst sınırlar gerekir.
- Müdavimler: sahip olduklarından daha çok yararlanmak ister. Rehber, bakım ve yedek parça gerekir.
- Hediye alanlar: beğenileceğinden emin olmak ister. Ölçü, tarih ve iade yolu gerekir.`,
    ),
    channels: both(
      'A channel is used when our people are there, when we can feed it every week, and when what it brings can be counted. Two channels that are well kept are worth more than six that are not. A new one is tested for a quarter with a goal of its own and then kept or left.',
      'Bir kanal; insanlarımız oradaysa, onu her hafta besleyebiliyorsak ve getirdiği sayılabiliyorsa kullanılır. İyi bakılan iki kanal, bakılmayan altısından değerlidir. Yenisi bir çeyrek boyunca kendi hedefiyle denenir, sonra ya kalır ya bırakılır.',
    ),
    goals: both(
      'Goals are few and have a figure, a day and an owner. At least one is about sales that social media brought, one about people who come back, one about how fast we answer. Likes are a sign, never a goal.',
      'Hedefler azdır; bir sayısı, bir günü ve bir sahibi vardır. En az biri sosyal medyanın getirdiği satış, biri geri gelen insanlar, biri yanıt hızımız hakkındadır. Beğeniler bir işarettir, hiçbir zaman hedef değildir.',
    ),
    activities: both(
      `Four kinds of content, in a mix that we hold for a quarter.

- Help, two fifths: how to choose, use, mend.
- Proof, one fifth: customers, tests, what is inside.
- News, one fifth: new products, seasons, offers.
- Conversation, one fifth: questions, votes, answers in public.`,
      `Bir çeyrek boyunca koruduğumuz bir karışımla dört tür içerik.

- Yardım, beşte iki: nasıl seçilir, kullanılır, onarılır.
- Kanıt, beşte bir: müşteriler, denemeler, içinde ne var.
- Haber, beşte bir: yeni ürünler, mevsimler, kampanyalar.
- Sohbet, beşte bir: sorular, oylamalar, herkesin önünde yanıtlar.`,
    ),
    tactics: both(
      'Each season has one campaign with one message, prepared eight weeks ahead. Guides are written once and taken apart for every channel. Customers who show what they made are asked before we share it. Advertising supports only what has already worked without money.',
      'Her mevsimin tek mesajlı bir kampanyası vardır ve sekiz hafta önceden hazırlanır. Rehberler bir kez yazılır, her kanal için parçalanır. Yaptığını gösteren müşteriye, paylaşmadan önce sorulur. Reklam yalnızca parasız da işe yaramış olanı destekler.',
    ),
    budget: both(
      'People first, then production, then reach, tools last. What a sale through social media may cost is agreed beforehand. What is not spent by the middle of a quarter moves to what works.',
      'Önce insanlar, sonra üretim, sonra erişim, en son araçlar. Sosyal medyadan gelen bir satışın en çok neye mal olabileceği önceden kararlaştırılır. Çeyreğin ortasına kadar harcanmayan, işe yarayana aktarılır.',
    ),
  },
}
