import { both } from './starter.ts'

/** What holds for every kind of organisation. */
export const everywhere = {
  method: both(
    `We work in one cycle, and every step leaves something behind that can be looked at.

- Listen: what people ask, praise and complain about, every week.
- Plan: which goal a piece serves, for whom, on which channel.
- Produce: one good piece first, then the forms it takes on each channel.
- Answer: who replies, how fast, and when somebody else has to be asked.
- Measure: against the path that each goal needs, not against last week.
- Decide: what we do more of, and what we stop.`,
    `Tek bir döngüyle çalışırız ve her adım geriye bakılabilecek bir şey bırakır.

- Dinlemek: insanların her hafta ne sorduğu, neyi övdüğü, neden yakındığı.
- Planlamak: bir içerik hangi hedefe, kime, hangi kanalda hizmet ediyor.
- Üretmek: önce iyi bir ana içerik, sonra her kanaldaki biçimleri.
- Yanıtlamak: kim yanıtlar, ne kadar hızlı, ne zaman bir başkasına sorulur.
- Ölçmek: geçen haftaya değil, her hedefin gerektirdiği yola göre.
- Karar vermek: neyi artırıyoruz, neyi bırakıyoruz.`,
  ),
  audit: both(
    `Once a year we look at every account in our name, also at those that somebody opened and forgot, and at the accounts of those we are compared with.

For each account we write down who holds the key, when it last spoke, whether it still serves a goal, and what becomes of it: kept, revived, merged or closed. Accounts in our name that are not ours are reported to the platform. What we are good at, where we are weak, what opens up and what threatens is kept as a list that names its evidence.`,
    `Yılda bir kez adımıza açılmış bütün hesaplara, birinin açıp unuttuklarına ve karşılaştırıldığımız kurumların hesaplarına bakarız.

Her hesap için anahtarın kimde olduğunu, en son ne zaman konuştuğunu, hâlâ bir hedefe hizmet edip etmediğini ve akıbetini yazarız: sürer, canlandırılır, birleştirilir ya da kapatılır. Adımıza açılmış ama bizim olmayan hesapları platforma bildiririz. Güçlü ve zayıf yanlarımızı, fırsatları ve tehditleri dayanaklarıyla birlikte listeleriz.`,
  ),
  resources: both(
    `Social media is work with names and hours. One person answers for the strategy, one for each channel, and each of them has a stand-in.

- Strategy and measurement: one person who has the time for it.
- Content: writing, pictures, film; what we cannot do ourselves is bought.
- Conversation: cover on working days, and a rule for evenings and weekends.
- Experts: people from the departments who may be asked, and who answer within a day.

Whoever begins learns first: our policy, our voice, accessibility, what to do in a crisis.`,
    `Sosyal medya, adı ve saati olan bir iştir. Stratejiden bir kişi, her kanaldan bir kişi sorumludur; her birinin bir vekili vardır.

- Strateji ve ölçüm: buna vakti olan bir kişi.
- İçerik: yazı, görsel, film; kendimizin yapamadığı satın alınır.
- Konuşma: iş günlerinde nöbet, akşamlar ve hafta sonları için bir kural.
- Uzmanlar: bölümlerden, kendilerine sorulabilen ve bir gün içinde yanıtlayan kişiler.

Yeni başlayan önce öğrenir: politikamızı, sesimizi, erişilebilirliği, krizde ne yapılacağını.`,
  ),
  tools: both(
    `We use few tools, and each has somebody who answers for it.

- Planning, approval, publishing and measurement stand in one place, so that a post can be traced to its goal.
- Passwords of accounts are never passed on; access is given to people and taken back the day they leave.
- A new tool is bought when somebody can say which hour or which error it saves, and where its data lies.`,
    `Az araç kullanırız ve her birinden biri sorumludur.

- Planlama, onay, yayın ve ölçüm tek yerdedir; böylece bir gönderi hedefine kadar izlenebilir.
- Hesap parolaları elden ele dolaşmaz; erişim kişilere verilir, ayrıldıkları gün geri alınır.
- Yeni bir araç, hangi saati ya da hangi hatayı önlediği ve verisinin nerede durduğu söylenebildiğinde alınır.`,
  ),
  policies: both(
    `Everybody who speaks for us has accepted the social media policy in its current version. It says what is confidential, what we do not answer, how we own up to mistakes, and how advertising is labelled.

Nothing about health, money, law or people’s fates goes out before the person who knows about it has approved it. In an emergency one person can stop everything, and everybody knows who that is.`,
    `Adımıza konuşan herkes sosyal medya politikasının yürürlükteki sürümünü kabul etmiştir. Politika neyin gizli olduğunu, neyi yanıtlamadığımızı, hatalarımızı nasıl üstlendiğimizi ve reklamın nasıl belirtildiğini söyler.

Sağlık, para, hukuk ya da insanların yaşamı hakkındaki hiçbir şey, konuyu bilen kişi onaylamadan yayımlanmaz. Acil durumda bir kişi her şeyi durdurabilir ve bunun kim olduğunu herkes bilir.`,
  ),
  monitoring: both(
    `We look at figures on a rhythm, and each look ends with a decision.

- Every day: questions that wait, deliveries that failed, names that suddenly are in every mouth.
- Every week: which posts brought somebody to us, and which brought nobody.
- Every month: goals against the path they need, money against plan.
- Every quarter: whether this plan still holds. What is changed becomes a new version.

A figure that nobody would act on is not reported.`,
    `Sayılara belirli bir düzenle bakarız ve her bakış bir kararla biter.

- Her gün: bekleyen sorular, gitmeyen gönderiler, birden herkesin diline düşen adlar.
- Her hafta: hangi gönderi bize birini getirdi, hangisi kimseyi getirmedi.
- Her ay: hedefler gerektirdikleri yola göre, harcamalar plana göre.
- Her çeyrek: bu plan hâlâ geçerli mi? Değişen, yeni bir sürüm olur.

Kimsenin ona göre davranmayacağı bir sayı raporlanmaz.`,
  ),
} as const
