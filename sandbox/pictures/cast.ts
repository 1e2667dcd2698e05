/** What stands in the pictures, in one language. The names are those of the sandbox's first eight groups, in their order. */
export interface Cast {
  readonly studio: string;
  readonly groups: readonly [string, string, string, string, string, string, string, string];
  /** Groups of other people, to look into and to join. */
  readonly others: readonly [string, string, string, string];
  /** What the first of them says of itself. */
  readonly about: string;
  /** What links were handed out for. */
  readonly labels: readonly [string, string, string, string];
  readonly reason: string;
  readonly campaign: string;
  readonly row: string;
  /** A page with invites on it: its title, a greeting, two sentences with a link after each, and a name beneath. */
  readonly letter: readonly [string, string, string, string, string];
}

/** What stands at the gateway of the pictures: nobody's real one. */
export const server = 'https://gateway.studio.example';

export const casts: Readonly<Record<string, Cast>> = {
  en: {
    studio: 'Studio',
    groups: [
      ...(['VIP Launch List', 'Spring Workshop', 'Weekly Offers', 'Early Birds'] as const),
      ...(['Newsletter Readers', 'Coaching Circle', 'Autumn Insiders', 'Open Book Club'] as const),
    ],
    others: ['Monday Book Club', 'Garden Exchange', 'Private Tasting', 'City Runners'],
    about: 'One book a month, tea included.',
    labels: ['March newsletter', 'Poster, front window', 'Mail to customers', 'Story of Friday'],
    reason: 'Leaked in a forum',
    campaign: 'Spring launch',
    row: 'Doors open',
    letter: [
      'News from the studio',
      'Hello,',
      'doors open on the 14th. Those on the list hear of it first:',
      'And if you like to read, the book club meets on Mondays:',
      'See you soon, Studio North',
    ],
  },
  pt_BR: {
    studio: 'Estúdio',
    groups: [
      ...(['Lista VIP do lançamento', 'Oficina de outono', 'Ofertas da semana', 'Primeira turma'] as const),
      ...(['Leitores da newsletter', 'Círculo de mentoria', 'Promoções antecipadas', 'Clube do livro'] as const),
    ],
    others: ['Clube do livro de segunda', 'Troca de mudas', 'Degustação privada', 'Corredores da cidade'],
    about: 'Um livro por mês, com chá.',
    labels: ['Newsletter de março', 'Cartaz na vitrine', 'E-mail para clientes', 'Story de sexta'],
    reason: 'Vazou em um fórum',
    campaign: 'Lançamento de outono',
    row: 'Portas abertas',
    letter: [
      'Novidades do estúdio',
      'Olá!',
      'As portas abrem no dia 14. Quem está na lista fica sabendo antes:',
      'E, para quem gosta de ler, o clube do livro se reúne às segundas:',
      'Até logo, Estúdio Norte',
    ],
  },
  es: {
    studio: 'Estudio',
    groups: [
      ...(['Lista VIP del lanzamiento', 'Taller de primavera', 'Ofertas de la semana', 'Primer grupo'] as const),
      ...(['Lectores del boletín', 'Círculo de coaching', 'Ventas anticipadas', 'Club de lectura'] as const),
    ],
    others: ['Club de lectura del lunes', 'Intercambio de plantas', 'Cata privada', 'Corredores urbanos'],
    about: 'Un libro al mes, con té.',
    labels: ['Boletín de marzo', 'Cartel del escaparate', 'Correo a clientes', 'Historia del viernes'],
    reason: 'Apareció en un foro',
    campaign: 'Lanzamiento de primavera',
    row: 'Puertas abiertas',
    letter: [
      'Novedades del estudio',
      'Hola:',
      'Abrimos el día 14. Quienes están en la lista se enteran primero:',
      'Y si te gusta leer, el club de lectura se reúne los lunes:',
      'Hasta pronto, Estudio Norte',
    ],
  },
  de: {
    studio: 'Studio',
    groups: [
      ...(['VIP-Liste zum Start', 'Frühlingswerkstatt', 'Angebote der Woche', 'Die Ersten'] as const),
      ...(['Newsletter-Runde', 'Coaching-Kreis', 'Herbst-Vorverkauf', 'Offener Lesekreis'] as const),
    ],
    others: ['Lesekreis am Montag', 'Pflanzentausch', 'Private Verkostung', 'Stadtläufer'],
    about: 'Ein Buch im Monat, mit Tee.',
    labels: ['Newsletter im März', 'Plakat im Schaufenster', 'Mail an die Kundschaft', 'Story vom Freitag'],
    reason: 'Stand in einem Forum',
    campaign: 'Start im Frühling',
    row: 'Offene Türen',
    letter: [
      'Neues aus dem Studio',
      'Hallo,',
      'am 14. geht es los. Wer auf der Liste steht, erfährt es zuerst:',
      'Und wer gern liest: Der Lesekreis trifft sich montags:',
      'Bis bald, Studio Nord',
    ],
  },
  fr: {
    studio: 'Studio',
    groups: [
      ...(['Liste VIP du lancement', 'Atelier de printemps', 'Offres de la semaine', 'Les premiers'] as const),
      ...(['Lecteurs de la newsletter', 'Cercle de coaching', 'Ventes privées', 'Club de lecture'] as const),
    ],
    others: ['Club de lecture du lundi', 'Troc de plantes', 'Dégustation privée', 'Course en ville'],
    about: 'Un livre par mois, thé compris.',
    labels: ['Newsletter de mars', 'Affiche en vitrine', 'E-mail aux clients', 'Story de vendredi'],
    reason: 'Publié sur un forum',
    campaign: 'Lancement de printemps',
    row: 'Portes ouvertes',
    letter: [
      'Des nouvelles du studio',
      'Bonjour,',
      'nous ouvrons le 14. Les personnes de la liste l’apprennent en premier :',
      'Et si vous aimez lire, le club de lecture se réunit le lundi :',
      'À bientôt, Studio Nord',
    ],
  },
  id: {
    studio: 'Studio',
    groups: [
      ...(['Daftar VIP Peluncuran', 'Lokakarya Akhir Pekan', 'Promo Mingguan', 'Angkatan Pertama'] as const),
      ...(['Pembaca Newsletter', 'Lingkar Coaching', 'Prapenjualan', 'Klub Buku'] as const),
    ],
    others: ['Klub Buku Senin', 'Tukar Tanaman', 'Uji Rasa Tertutup', 'Pelari Kota'],
    about: 'Satu buku sebulan, ditemani teh.',
    labels: ['Newsletter Maret', 'Poster di etalase', 'Email ke pelanggan', 'Story hari Jumat'],
    reason: 'Bocor di forum',
    campaign: 'Peluncuran April',
    row: 'Pintu terbuka',
    letter: [
      'Kabar dari studio',
      'Halo,',
      'kami buka tanggal 14. Yang ada di daftar tahu lebih dulu:',
      'Dan kalau Anda suka membaca, klub buku bertemu setiap Senin:',
      'Sampai jumpa, Studio Utara',
    ],
  },
  hi: {
    studio: 'स्टूडियो',
    groups: [
      ...(['VIP लॉन्च लिस्ट', 'वसंत वर्कशॉप', 'हफ़्ते के ऑफ़र', 'पहला बैच'] as const),
      ...(['न्यूज़लेटर पाठक', 'कोचिंग सर्कल', 'अर्ली सेल', 'बुक क्लब'] as const),
    ],
    others: ['सोमवार बुक क्लब', 'पौधों की अदला-बदली', 'निजी चखना', 'सिटी रनर्स'],
    about: 'हर महीने एक किताब, चाय के साथ।',
    labels: ['मार्च का न्यूज़लेटर', 'दुकान का पोस्टर', 'ग्राहकों को ईमेल', 'शुक्रवार की स्टोरी'],
    reason: 'फ़ोरम पर फैल गया',
    campaign: 'वसंत लॉन्च',
    row: 'खुले दरवाज़े',
    letter: [
      'स्टूडियो की खबरें',
      'नमस्ते,',
      '14 तारीख को हम खुल रहे हैं। लिस्ट वालों को सबसे पहले पता चलेगा:',
      'और अगर आपको पढ़ना पसंद है, बुक क्लब सोमवार को मिलता है:',
      'जल्द मिलते हैं, स्टूडियो उत्तर',
    ],
  },
  ar: {
    studio: 'الاستوديو',
    groups: [
      ...(['قائمة الإطلاق المميزة', 'ورشة الربيع', 'عروض الأسبوع', 'الدفعة الأولى'] as const),
      ...(['قراء النشرة', 'حلقة التدريب', 'البيع المبكر', 'نادي الكتاب'] as const),
    ],
    others: ['نادي كتاب الاثنين', 'تبادل النباتات', 'تذوق خاص', 'عداؤو المدينة'],
    about: 'كتاب كل شهر، مع الشاي.',
    labels: ['نشرة مارس', 'ملصق الواجهة', 'رسالة إلى العملاء', 'قصة الجمعة'],
    reason: 'نُشر في منتدى',
    campaign: 'إطلاق الربيع',
    row: 'الأبواب المفتوحة',
    letter: [
      'أخبار الاستوديو',
      'مرحبًا،',
      'نفتح أبوابنا يوم 14. من في القائمة يعرف أولًا:',
      'ولمن يحب القراءة، يجتمع نادي الكتاب كل اثنين:',
      'إلى اللقاء، استوديو الشمال',
    ],
  },
};
