import { everywhere } from './everywhere.ts'
import { both, type Starter } from './starter.ts'

/** For a business that sells to businesses. */
export const b2b: Starter = {
  title: both('Social media plan of {organisation}', '{organisation} sosyal medya planı'),
  texts: {
    ...everywhere,
    summary: both(
      `Those who buy from {organisation} decide together, slowly, and have mostly read before they talk to us. Social media is how they meet our knowledge and our people before they need us, and how they find reasons for their decision inside their own house.

This plan ties what our experts know to the accounts we want to win and keep, and says what that may cost.`,
      `{organisation} müşterileri birlikte ve yavaş karar verir, bizimle konuşmadan önce çoğunu okumuş olur. Sosyal medya; bize ihtiyaç duymadan önce bilgimizle ve insanlarımızla tanıştıkları, kararlarını kendi kurumlarında savunacak gerekçeleri buldukları yerdir.

Bu plan uzmanlarımızın bildiklerini kazanmak ve korumak istediğimiz müşterilere bağlar ve bunun neye mal olabileceğini söyler.`,
    ),
    motive: both(
      'A good offer loses when nobody on the other side has heard of us. We want to be on the list before it is written.',
      'Karşı tarafta kimse bizi duymamışsa iyi bir teklif de kaybeder. Liste yazılmadan önce listede olmak istiyoruz.',
    ),
    message: both(
      'We show how a problem is solved, with figures and with what went wrong on the way. Whoever reads us is better at their work, whether they buy or not.',
      'Bir sorunun nasıl çözüldüğünü sayılarıyla ve yolda ters gidenlerle gösteririz. Bizi okuyan, satın alsın almasın, işini daha iyi yapar.',
    ),
    market: both(
      'A list of accounts that we want to win, those that we want to keep, and the branches in which our experience counts double. In each account we know who uses, who decides, who pays and who can say no.',
      'Kazanmak istediğimiz ve korumak istediğimiz müşterilerin listesi ile deneyimimizin iki kat değerli olduğu sektörler. Her müşteride kimin kullandığını, kimin karar verdiğini, kimin ödediğini ve kimin hayır diyebileceğini biliriz.',
    ),
    medium: both(
      'Our experts under their own names, our pages for what is to be found for years, and places where professionals talk among themselves. There we speak only when we have something to add.',
      'Kendi adlarıyla uzmanlarımız, yıllarca bulunması gerekenler için kendi sayfalarımız ve meslek insanlarının kendi aralarında konuştuğu yerler. Oralarda ancak ekleyecek bir şeyimiz varsa konuşuruz.',
    ),
    means: both(
      'Hours of experts are the scarcest means: two a month from each are planned and protected. Somebody writes with them, so that knowing is enough.',
      'En kıt kaynak uzmanların saatidir: her birinden ayda iki saat planlanır ve korunur. Onlarla birlikte yazan biri vardır; bilmek yeter.',
    ),
    audience: both(
      `Four people take part in nearly every purchase.

- The user: wants to see it work on a case like theirs.
- The specialist: looks for the weak spot. Gets data sheets, limits, interfaces.
- The decider: wants risk made small. Gets references and a plan for the first ninety days.
- The buyer: compares. Gets a calculation that can be copied.`,
      `Hemen her satın almada dört kişi yer alır.

- Kullanan: kendi durumuna benzer bir örnekte çalıştığını görmek ister.
- Uzman: zayıf noktayı arar. Veri sayfalarını, sınırları, arayüzleri alır.
- Karar veren: riskin küçülmesini ister. Referansları ve ilk doksan günün planını alır.
- Satın alan: karşılaştırır. Kopyalanabilir bir hesap alır.`,
    ),
    channels: both(
      'We choose by where our accounts’ people read on working days. One professional network, our newsroom, a newsletter that is read, and one place for specialists. A channel that has brought neither a conversation nor a name for half a year is left.',
      'Müşterilerimizdeki insanların iş günlerinde nerede okuduğuna göre seçeriz: bir meslek ağı, kendi haber odamız, okunan bir bülten ve uzmanlar için bir yer. Yarım yıl boyunca ne bir görüşme ne bir ad getiren kanal bırakılır.',
    ),
    goals: both(
      'We count conversations with people of accounts on our list, inquiries that name something they have read, and the time from first contact to an offer. Reach counts only within the list.',
      'Listemizdeki müşterilerin insanlarıyla görüşmeleri, okuduğu bir şeyi anan başvuruları ve ilk temastan teklife kadar geçen süreyi sayarız. Erişim yalnızca liste içinde sayılır.',
    ),
    activities: both(
      `A large piece each month, from which everything else is made.

- A case with figures that the customer has approved.
- A guide or a calculation that can be used tomorrow.
- A point of view with which one can disagree.
- From each: six short posts by experts, one slide set, one part of the newsletter, one note for sales.`,
      `Her ay, geri kalan her şeyin kendisinden yapıldığı büyük bir içerik.

- Müşterinin onayladığı sayılarla bir örnek.
- Yarın kullanılabilecek bir rehber ya da hesaplama.
- Karşı çıkılabilecek bir görüş.
- Her birinden: uzmanlardan altı kısa gönderi, bir sunum, bültende bir bölüm, satış için bir not.`,
    ),
    tactics: both(
      'Sales and communication choose the accounts together, every quarter. Experts are helped to speak in their own words. Fairs and talks are used three times: announced, accompanied, and turned into a text. Advertising goes to the list and nowhere else.',
      'Satış ve iletişim, müşterileri her çeyrek birlikte seçer. Uzmanlara kendi sözleriyle konuşmaları için yardım edilir. Fuarlar ve konuşmalar üç kez kullanılır: duyurulur, eşlik edilir, metne dönüştürülür. Reklam yalnızca listeye gider.',
    ),
    budget: both(
      'Reckoned against the value of one account over three years. Writing and film come first, then events, then advertising to the list. Hours of experts are entered as a cost: they are not free.',
      'Bir müşterinin üç yıllık değerine göre hesaplanır. Önce yazı ve film, sonra etkinlikler, sonra listeye reklam gelir. Uzmanların saatleri maliyet olarak yazılır: bedava değildir.',
    ),
  },
}
