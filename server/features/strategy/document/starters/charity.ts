import { everywhere } from './everywhere.ts'
import { both, type Starter } from './starter.ts'

/** For an association, a foundation or an aid organisation. */
export const charity: Starter = {
  title: both('Social media plan for our cause: {organisation}', '{organisation} davamız için sosyal medya planı'),
  texts: {
    ...everywhere,
    summary: both(
      `{organisation} lives from people who give: money, time, their voice. Social media is where they see what becomes of it, and where others join. It must never help the organisation at the cost of those it works for.

This plan says what we ask of whom, how we show what was achieved, and what we do not do even when it would bring donations.`,
      `{organisation} verenlerle yaşar: para, zaman, ses. Sosyal medya verdiklerinin neye dönüştüğünü gördükleri, başkalarının katıldığı yerdir. Kuruluşa, uğruna çalıştığı insanların zararına yarar sağlamamalıdır.

Bu plan kimden ne istediğimizi, ulaşılanı nasıl gösterdiğimizi ve bağış getirecek olsa bile neyi yapmadığımızı söyler.`,
    ),
    motive: both(
      'A cause that nobody knows of gets no help. We speak so that people understand, decide for themselves, and stay for years.',
      'Kimsenin bilmediği bir dava yardım görmez. İnsanlar anlasın, kendileri karar versin ve yıllarca kalsın diye konuşuruz.',
    ),
    message: both(
      'Something is possible, and your part in it is concrete. We show people who act, name figures with their source, and say what is still lacking.',
      'Bir şey mümkün ve senin payın somut. Bir şeyler yapan insanları gösterir, sayıları kaynağıyla söyler, hâlâ neyin eksik olduğunu belirtiriz.',
    ),
    market: both(
      'Those who care already but do not yet act; those who gave once; volunteers; and those who decide on grants and laws.',
      'Önemseyen ama henüz bir şey yapmayanlar; bir kez vermiş olanlar; gönüllüler; hibelere ve yasalara karar verenler.',
    ),
    medium: both(
      'Stories where people linger, facts on our own pages, thanks in person. Volunteers speak in their own name and get material for it.',
      'İnsanların oyalandığı yerlerde öyküler, kendi sayfalarımızda olgular, kişisel teşekkür. Gönüllüler kendi adlarıyla konuşur ve bunun için malzeme alır.',
    ),
    means: both(
      'Much time given freely and little money. Therefore: few channels, things made to be used twice, and partners who lend reach.',
      'Gönüllü verilen çok zaman, az para. Bu yüzden: az kanal, iki kez kullanılmak üzere yapılmış içerik ve erişimini ödünç veren ortaklar.',
    ),
    audience: both(
      `- Regular donors: want to see that it lasts. They get a report each quarter and are thanked before they are asked.
- Those who might join: want a small first step. They get one that takes less than ten minutes.
- Volunteers: want to be needed and to belong. They get tasks with an end.
- Those affected: find help, in their language, without being shown.`,
      `- Düzenli bağışçılar: sürdüğünü görmek ister. Her çeyrek bir rapor alır, istenmeden önce teşekkür görür.
- Katılabilecekler: küçük bir ilk adım ister. On dakikadan kısa süren bir adım bulur.
- Gönüllüler: gerekli olmak ve ait olmak ister. Sonu belli görevler alır.
- Etkilenenler: gösterilmeden, kendi dillerinde yardım bulur.`,
    ),
    channels: both(
      'Two or three, chosen by where our supporters already talk to each other. The newsletter stays the most important: it belongs to us. Where somebody is threatened because of us, we leave or moderate more strictly.',
      'Destekçilerimizin zaten birbiriyle konuştuğu yerlere göre seçilmiş iki ya da üç kanal. En önemlisi bülten olarak kalır: o bizimdir. Bizim yüzümüzden birinin tehdit edildiği yerde ya ayrılır ya daha sıkı denetleriz.',
    ),
    goals: both(
      'New regular donors, donors of last year who give again, volunteers who take a second task, people who found help. Donations per post are looked at, but never alone: a post that hurts somebody is not good because it paid.',
      'Yeni düzenli bağışçılar, geçen yılın yeniden veren bağışçıları, ikinci bir görev alan gönüllüler, yardım bulan insanlar. Gönderi başına bağışa bakılır ama hiçbir zaman tek başına değil: birini inciten gönderi, para getirdi diye iyi olmaz.',
    ),
    activities: both(
      `The year has a rhythm that donors can rely on.

- Every week: somebody who acts, and what came of it.
- Every month: a figure that is explained, and a question we cannot answer yet.
- Every quarter: where the money went, in one picture.
- Twice a year: an appeal with a sum, a purpose and an end.`,
      `Yılın, bağışçıların güvenebileceği bir ritmi vardır.

- Her hafta: bir şey yapan biri ve bundan çıkan sonuç.
- Her ay: açıklanan bir sayı ve henüz yanıtlayamadığımız bir soru.
- Her çeyrek: paranın nereye gittiği, tek görselde.
- Yılda iki kez: tutarı, amacı ve bitişi belli bir çağrı.`,
    ),
    tactics: both(
      'Consent before camera. An appeal is tested with ten supporters first. Thanks go out within two days. Partners and local groups get a kit with texts and pictures. When something goes wrong in a project, we say so before others do.',
      'Kameradan önce izin. Bir çağrı önce on destekçiyle denenir. Teşekkür iki gün içinde gider. Ortaklar ve yerel gruplar metin ve görselden oluşan bir paket alır. Bir projede bir şey ters giderse başkalarından önce biz söyleriz.',
    ),
    budget: both(
      'Every amount could stand in the annual report, and does. We say what a donated amount costs us to raise. What is given to us free (work, tools, advertising) is entered with its value.',
      'Her tutar faaliyet raporunda yer alabilecek niteliktedir ve yer alır. Bağışlanan bir tutarı toplamanın bize neye mal olduğunu söyleriz. Bize bedelsiz verilen (emek, araç, reklam) değeriyle yazılır.',
    ),
  },
}
