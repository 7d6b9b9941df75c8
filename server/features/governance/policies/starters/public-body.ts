import { accounts, mistakes, respect, rights } from './everywhere.ts'
import { section, type Starter } from './starter.ts'

/** For a municipality, an authority, a public hospital or a university. */
export const publicBody: Starter = {
  title: { en: 'Social media policy of a public body', tr: 'Kamu kurumu sosyal medya politikası' },
  summary: {
    en: 'How {organisation} informs and listens on social media: correct, neutral, understandable and open to everybody. It holds for all employees, whether they write for the institution or about their work.',
    tr: '{organisation} kurumunun sosyal medyada nasıl bilgi verdiği ve dinlediği: doğru, tarafsız, anlaşılır ve herkese açık. Kurum adına yazan ya da işinden söz eden bütün çalışanlar için geçerlidir.',
  },
  sections: [
    section(
      'purpose',
      {
        title: 'Why we are here',
        text: 'We work for everybody who lives here, also for those who disagree with us. Social media is one way to reach people and to be reached; it is never the only one. Whatever people need to know or to do can be found on our website as well, without an account anywhere.\n\nThis policy covers our official accounts, comments under them, and what employees say about their work in public.',
        dos: [
          'Put the whole information on the website first, then link to it.',
          'Write so that somebody of twelve understands it: short sentences, no file numbers.',
        ],
        donts: [
          'Announcing a road closure on one network only.',
          '“In accordance with section 12 paragraph 3…” without saying what it means.',
        ],
      },
      {
        title: 'Neden buradayız',
        text: 'Bizimle aynı görüşte olmayanlar dâhil, burada yaşayan herkes için çalışırız. Sosyal medya insanlara ulaşmanın ve ulaşılır olmanın yollarından biridir; hiçbir zaman tek yolu değildir. İnsanların bilmesi ya da yapması gereken her şey, hiçbir yerde hesap gerekmeden web sitemizde de bulunur.\n\nBu politika resmî hesaplarımızı, altlarındaki yorumları ve çalışanların işleri hakkında herkese açık söylediklerini kapsar.',
        dos: [
          'Bilginin tamamını önce web sitesine koyun, sonra bağlantı verin.',
          'On iki yaşındaki biri anlayacak gibi yazın: kısa cümleler, dosya numarası yok.',
        ],
        donts: [
          'Bir yol kapanmasını yalnızca tek bir ağda duyurmak.',
          '“12. maddenin 3. fıkrası uyarınca…” deyip ne anlama geldiğini söylememek.',
        ],
      },
    ),
    section(
      'neutral',
      {
        title: 'Neutral and correct',
        text: 'Our accounts serve no party, no candidate and no company. In the weeks before an election we keep to facts and dates and publish nothing that could read as praise for those in office.\n\nEvery figure has a source and a date. What we do not know yet we call open. We do not advertise businesses; where we name one, because it works for us, we name it as a fact.',
        dos: [
          '“The new line 7 runs from 3 March. Timetable and cost of building: link.”',
          '“We are still checking this and will tell you here by Friday.”',
        ],
        donts: [
          '“Thanks to our great mayor!”',
          'Liking or sharing posts of parties and candidates from an official account.',
          'A figure without year and source.',
        ],
      },
      {
        title: 'Tarafsız ve doğru',
        text: 'Hesaplarımız hiçbir partiye, adaya ya da şirkete hizmet etmez. Seçimden önceki haftalarda bilgi ve tarihle yetinir, görevdekileri övme gibi okunabilecek hiçbir şey yayımlamayız.\n\nHer rakamın kaynağı ve tarihi vardır. Henüz bilmediğimize “belli değil” deriz. İşletme reklamı yapmayız; bizimle çalıştığı için adını andığımız işletmeyi yalnızca bilgi olarak anarız.',
        dos: [
          '“7 numaralı yeni hat 3 Mart’ta başlıyor. Saatler ve yapım maliyeti: bağlantı.”',
          '“Bunu hâlâ araştırıyoruz, cumaya kadar burada açıklayacağız.”',
        ],
        donts: [
          '“Büyük başkanımıza teşekkürler!”',
          'Resmî hesaptan parti ya da aday gönderilerini beğenmek, paylaşmak.',
          'Yılı ve kaynağı olmayan rakam.',
        ],
      },
    ),
    section(
      'confidential',
      {
        title: 'Confidential and official information',
        text: 'What we learn in office stays in office: everything about persons and their files, decisions before they are announced, tenders before they are closed, security plans, and what was said in closed meetings. The duty of confidentiality holds in private accounts and after you leave as well.\n\nPersonal data needs a legal basis, not just a good cause. We never confirm or deny in public that somebody is known to us, not even when they write so themselves. Requests for documents go to the office that answers them by law; we tell people how to ask.',
        dos: [
          '“We cannot speak about single cases here. Please call 555 01 01 or send a private message; we will look at it today.”',
          'Link to the published minutes.',
        ],
        donts: [
          '“Your application was rejected because a page is missing, Mrs Aksoy.”',
          'A picture from the counter in which faces or forms can be seen.',
          '“Between us, the contract goes to the other firm.”',
        ],
      },
      {
        title: 'Gizli ve resmî bilgiler',
        text: 'Görevde öğrendiğimiz görevde kalır: kişiler ve dosyalarıyla ilgili her şey, açıklanmamış kararlar, sonuçlanmamış ihaleler, güvenlik planları, kapalı toplantılarda konuşulanlar. Sır saklama yükümlülüğü kişisel hesaplarda ve görevden ayrıldıktan sonra da sürer.\n\nKişisel veri için iyi niyet yetmez, yasal dayanak gerekir. Birinin bize başvurduğunu, kendisi yazmış olsa bile, herkese açık yerde doğrulamayız da yalanlamayız da. Belge talepleri yasa gereği yanıtlayan birime gider; nasıl başvurulacağını anlatırız.',
        dos: [
          '“Tek tek başvurular hakkında burada konuşamıyoruz. 555 01 01’i arayabilir ya da özel mesaj yazabilirsiniz; bugün bakarız.”',
          'Yayımlanmış tutanağa bağlantı verin.',
        ],
        donts: [
          '“Sevgi Hanım, başvurunuz bir sayfa eksik olduğu için reddedildi.”',
          'Yüzlerin ya da formların göründüğü bir vezne fotoğrafı.',
          '“Aramızda kalsın, ihaleyi öteki firma alacak.”',
        ],
      },
    ),
    section(
      'persona',
      {
        title: 'Personal and professional persona',
        text: 'In private you have the same rights as everybody else, and one duty more: moderation in what concerns your office. Say that you speak for yourself, do not use your title or uniform to give weight to a private opinion, and do not comment on files you work on.\n\nOn official accounts you speak for the institution. You are friendly, you do not argue, and you do not use “I think”.',
        dos: [
          '“I work for the city. Here I write for myself.”',
          'Share official information from the official source.',
        ],
        donts: [
          'Commenting on a colleague’s decision from a private account.',
          'A selfie in uniform with a slogan.',
          'Answering a citizen’s request privately, past the official account.',
        ],
      },
      {
        title: 'Kişisel ve mesleki kimlik',
        text: 'Özel hayatınızda herkesle aynı haklara ve bir fazla ödeve sahipsiniz: görevinizi ilgilendiren konularda ölçülü olmak. Kendi adınıza konuştuğunuzu belirtin, kişisel görüşe ağırlık vermek için unvanınızı ya da üniformanızı kullanmayın, baktığınız dosyalar hakkında yorum yapmayın.\n\nResmî hesaplarda kurum adına konuşursunuz. Naziksinizdir, tartışmazsınız, “bence” demezsiniz.',
        dos: ['“Belediyede çalışıyorum. Burada kendi adıma yazıyorum.”', 'Resmî bilgiyi resmî kaynağından paylaşın.'],
        donts: [
          'Bir çalışma arkadaşınızın kararını kişisel hesaptan yorumlamak.',
          'Üniformayla ve sloganla özçekim.',
          'Bir yurttaşın talebini resmî hesabı atlayıp kişisel olarak yanıtlamak.',
        ],
      },
    ),
    section(
      'disclosure',
      {
        title: 'Say who you are',
        text: 'Official accounts carry the name of the institution, a link to the imprint and the hours in which they are read. Answers end with the first name or the initials of whoever wrote them. Automatic answers say that they are automatic and how to reach a human being.\n\nIf we pay for reach, the post is marked as an advertisement of the institution.',
        dos: ['“This is an automatic answer. We read messages Monday to Friday, 8 to 17. In an emergency call 112.”'],
        donts: [
          'Joining a local group under a made-up name to defend a decision.',
          'An account “unofficial but from us”.',
        ],
      },
      {
        title: 'Kim olduğunuzu söyleyin',
        text: 'Resmî hesaplarda kurumun adı, künyeye bağlantı ve hesabın okunduğu saatler yer alır. Yanıtlar yazanın adıyla ya da adının baş harfleriyle biter. Otomatik yanıtlar otomatik olduklarını ve bir insana nasıl ulaşılacağını söyler.\n\nErişim için para ödediğimiz gönderi, kurumun reklamı olarak işaretlenir.',
        dos: ['“Bu otomatik bir yanıttır. Mesajları hafta içi 8-17 arasında okuyoruz. Acil durumda 112’yi arayın.”'],
        donts: [
          'Bir kararı savunmak için mahalle grubuna uydurma adla katılmak.',
          '“Resmî değil ama bizden” bir hesap.',
        ],
      },
    ),
    respect,
    section(
      'citizens',
      {
        title: 'Answering citizens',
        text: 'Everybody gets an answer, and everybody gets the same one. We answer questions within one working day, complaints with a name and a date, and thanks with a thank you. Where another office is responsible, we pass it on ourselves and say to whom.\n\nCriticism stays up. We hide only what breaks the law or our published rules of conversation, keep a copy, and say which rule it was. We block nobody for an opinion.',
        dos: [
          '“The lamp in Lale Street was reported to the works department (number 4471). It should shine again by Thursday; if not, write here. Murat”',
          '“We have hidden one comment because it contained a private address. The rest of the discussion stays.”',
          'Answer in plain language, and in the language of the question where we can.',
        ],
        donts: [
          '“We are not responsible.” Full stop.',
          'Deleting criticism because the council meets tomorrow.',
          'Legal information that only a lawyer understands.',
        ],
      },
      {
        title: 'Yurttaşlara yanıt',
        text: 'Herkes yanıt alır ve herkes aynı yanıtı alır. Sorulara bir iş günü içinde, şikâyetlere ad ve tarih vererek, teşekküre teşekkürle karşılık veririz. Konu başka birimdeyse biz iletir, kime ilettiğimizi söyleriz.\n\nEleştiri yerinde kalır. Yalnızca yasaya ya da yayımladığımız konuşma kurallarına aykırı olanı gizler, bir kopyasını saklar, hangi kurala aykırı olduğunu söyleriz. Kimseyi görüşü yüzünden engellemeyiz.',
        dos: [
          '“Lale Sokak’taki lamba fen işlerine iletildi (no 4471). Perşembeye kadar yanması gerekiyor; yanmazsa buraya yazın. Murat”',
          '“Özel bir adres içerdiği için bir yorumu gizledik. Tartışmanın kalanı duruyor.”',
          'Sade bir dille, olabildiğince sorunun dilinde yanıt verin.',
        ],
        donts: [
          '“Görev alanımız değildir.” Nokta.',
          'Yarın meclis toplanıyor diye eleştiriyi silmek.',
          'Yalnızca hukukçunun anlayacağı bilgi.',
        ],
      },
    ),
    rights,
    accounts,
    mistakes,
  ],
}
