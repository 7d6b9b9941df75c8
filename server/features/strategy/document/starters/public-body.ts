import { everywhere } from './everywhere.ts'
import { both, type Starter } from './starter.ts'

/** For a municipality, a ministry, a university, a hospital: whoever serves everybody. */
export const publicBody: Starter = {
  title: both('Plan for talking with the public: {organisation}', '{organisation} kamuyla iletişim planı'),
  texts: {
    ...everywhere,
    summary: both(
      `{organisation} serves everybody, also those who did not choose it. Social media has to make services easier to use, decisions easier to follow, and help faster in an emergency. It is not there to make anybody popular.

This plan says what the public may expect of us, where we are to be found, and how we account for it.`,
      `{organisation} onu seçmemiş olanlar dahil herkese hizmet eder. Sosyal medya hizmetleri kolay kullanılır, kararları kolay izlenir kılmalı, acil durumda yardımı hızlandırmalıdır. Kimseyi sevdirmek için yoktur.

Bu plan halkın bizden ne bekleyebileceğini, nerede bulunduğumuzu ve bunun hesabını nasıl verdiğimizi söyler.`,
    ),
    motive: both(
      'Whoever pays for something with taxes has a right to understand it. Rumours fill every hour in which we are silent.',
      'Bir şeyin bedelini vergisiyle ödeyenin onu anlama hakkı vardır. Sustuğumuz her saati söylentiler doldurur.',
    ),
    message: both(
      'What changes, for whom, from when, and what one has to do. First the answer, then the reason, then the law. No party, no praise of persons.',
      'Ne değişiyor, kimin için, ne zamandan başlayarak ve ne yapmak gerekiyor. Önce yanıt, sonra gerekçe, sonra mevzuat. Parti yok, kişi övgüsü yok.',
    ),
    market: both(
      'Everybody in our area of responsibility. Those whom we reach worst come first: people with another mother tongue, with little time, without a good connection, with an impairment.',
      'Sorumluluk alanımızdaki herkes. En zor ulaştıklarımız önce gelir: ana dili başka olanlar, vakti az olanlar, bağlantısı kötü olanlar, engelli olanlar.',
    ),
    medium: both(
      'Everything stands on our own website first; social media leads there. Nobody has to have an account with a company in order to learn something from us.',
      'Her şey önce kendi sitemizde yer alır; sosyal medya oraya götürür. Bizden bir şey öğrenmek için kimsenin bir şirkette hesap açması gerekmez.',
    ),
    means: both(
      'People on duty with authority to answer, texts that were agreed before the emergency, and a budget that is published.',
      'Yanıt verme yetkisi olan nöbetçiler, acil durumdan önce üzerinde anlaşılmış metinler ve yayımlanan bir bütçe.',
    ),
    audience: both(
      `We plan by situation, because the same person is in each of them at some time.

- Somebody needs something: a form, a place, an appointment.
- Somebody is affected: roadworks, a decision, a change of fees.
- Somebody wants to take part: a hearing, a vote, a proposal.
- Somebody is in danger: a storm, a fire, a failure.`,
      `Duruma göre planlarız; çünkü aynı insan zaman zaman her birindedir.

- Birinin bir şeye ihtiyacı vardır: bir form, bir yer, bir randevu.
- Biri etkileniyordur: yol çalışması, bir karar, ücret değişikliği.
- Biri katılmak ister: bir dinleme, bir oylama, bir öneri.
- Biri tehlikededir: fırtına, yangın, arıza.`,
    ),
    channels: both(
      'We are where many citizens are, and on at least one channel that belongs to no company. Every channel is marked as official, has opening hours, and says how urgent matters are reported. Channels that we cannot staff are not opened.',
      'Yurttaşların çoğunun olduğu yerlerde ve hiçbir şirkete ait olmayan en az bir kanaldayız. Her kanal resmî olarak işaretlidir, çalışma saatleri vardır ve acil durumların nasıl bildirileceğini söyler. Nöbetçi koyamadığımız kanalı açmayız.',
    ),
    goals: both(
      'We measure relief: fewer calls about things that stand on the website, more forms that are filled in without help, questions answered within a working day, warnings read within minutes.',
      'Kolaylığı ölçeriz: sitede yazan şeyler için daha az telefon, yardımsız doldurulan daha çok form, bir iş günü içinde yanıtlanan sorular, dakikalar içinde okunan uyarılar.',
    ),
    activities: both(
      `- Service: deadlines, openings, how something is done, each with a link.
- Decisions: what was decided, what it costs, who decided, where it can be read.
- Taking part: dates early enough to come, results afterwards.
- Warnings: agreed texts, in several languages, with time and place.
- Behind the counter: people who do the work, when they want that.`,
      `- Hizmet: son günler, çalışma saatleri, bir işin nasıl yapıldığı; her biri bağlantısıyla.
- Kararlar: ne kararlaştırıldı, neye mal olur, kim karar verdi, nerede okunur.
- Katılım: gelmeye yetecek kadar önceden duyurulan tarihler, sonrasında sonuçlar.
- Uyarılar: üzerinde anlaşılmış, birkaç dilde, yeri ve saati belli metinler.
- Gişenin ardı: işi yapan insanlar, kendileri isterse.`,
    ),
    tactics: both(
      'Departments report dates six weeks ahead. Each text is in plain language and is read by somebody who does not know the matter. Pictures have descriptions, films have subtitles. Criticism stays; insults are answered once and then hidden under a published rule. Before elections only what is necessary goes out.',
      'Birimler tarihleri altı hafta önceden bildirir. Her metin yalın dille yazılır ve konuyu bilmeyen biri okur. Görsellerin betimlemesi, filmlerin altyazısı vardır. Eleştiri kalır; hakaret bir kez yanıtlanır, sonra yayımlanmış bir kurala göre gizlenir. Seçim öncesinde yalnızca gerekli olan yayımlanır.',
    ),
    budget: both(
      'Planned per year, awarded by the rules, published with the result. Advertising only for duties to inform, with the reason on file. No money to persons for their opinion.',
      'Yıllık planlanır, kurallara göre ihale edilir, sonucuyla birlikte yayımlanır. Reklam yalnızca bilgilendirme yükümlülüğü için, gerekçesi dosyalanarak verilir. Görüşü için kimseye para ödenmez.',
    ),
  },
}
