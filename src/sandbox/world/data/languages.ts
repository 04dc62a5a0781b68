/** Captions are invented here, sentence by sentence; none of them was ever posted. */
export interface Language {
  code: string;
  /** The code of captions and subtitles, `eng-US` and the like. */
  captionCode: string;
  regions: readonly string[];
  names: readonly string[];
  sentences: readonly string[];
  hashtags: readonly string[];
}

export const LANGUAGES: readonly Language[] = [
  {
    code: 'en',
    captionCode: 'eng-US',
    regions: ['US', 'GB', 'CA', 'AU'],
    names: ['Robin', 'Casey', 'Morgan', 'Riley'],
    sentences: [
      'Take 14 and the cat still steals the scene',
      'Nobody asked, so here is part two',
      'POV: you open the fridge & the light is already on',
      'Three things I wish I knew before the first try',
      'Wait for the last second <3',
      'It looked easier in my head, 100% honest review',
    ],
    hashtags: ['storytime', 'wholesome'],
  },
  {
    code: 'es',
    captionCode: 'spa-ES',
    regions: ['ES', 'MX', 'AR'],
    names: ['Lucía', 'Mateo', 'Sofía'],
    sentences: [
      '¿Quién más hace esto los domingos?',
      'Lo intenté mañana y salió ayer',
      'Segunda parte, porque la pidieron mis vecinos',
    ],
    hashtags: ['parati', 'humorespañol'],
  },
  {
    code: 'pt',
    captionCode: 'por-PT',
    regions: ['BR', 'PT'],
    names: ['João', 'Beatriz', 'Thiago'],
    sentences: [
      'Não era pra ser assim, mas ficou bom',
      'Marca quem precisa ver isso até amanhã',
      'Receita da vó, versão preguiçosa',
    ],
    hashtags: ['paravocê', 'brasil'],
  },
  {
    code: 'de',
    captionCode: 'deu-DE',
    regions: ['DE', 'AT', 'CH'],
    names: ['Jörg', 'Anneliese', 'Fynn'],
    sentences: [
      'Übung macht den Meister, angeblich',
      'So groß war der Kuchen gestern noch',
      'Der dritte Versuch zählt, versprochen',
    ],
    hashtags: ['fürdich', 'alltag'],
  },
  {
    code: 'fr',
    captionCode: 'fra-FR',
    regions: ['FR', 'BE'],
    names: ['Chloé', 'Hugo', 'Éloïse'],
    sentences: [
      'On refait la scène, mais en mieux',
      'J’ai promis à ma sœur de ne rien dire',
      'Ça marche seulement le mardi',
    ],
    hashtags: ['pourtoi', 'drôle'],
  },
  {
    code: 'ja',
    captionCode: 'jpn-JP',
    regions: ['JP'],
    names: ['さくら', 'はると', '青空ちゃん'],
    sentences: ['今日の失敗を全部見せます', 'となりの猫が先生です', '最後まで見てくれてありがとう'],
    hashtags: ['おすすめ', '日常'],
  },
  {
    code: 'ko',
    captionCode: 'kor-KR',
    regions: ['KR'],
    names: ['하늘이', '민트초코'],
    sentences: ['오늘도 처음부터 다시 합니다', '세 번째 시도는 성공할까요?'],
    hashtags: ['추천', '일상'],
  },
  {
    code: 'ru',
    captionCode: 'rus-RU',
    regions: ['KZ', 'UA'],
    names: ['Алёна', 'Миша', 'Соня'],
    sentences: [
      'Получилось с пятого раза',
      'Кот снова против, но мы снимаем',
      'Рецепт в конце видео',
    ],
    hashtags: ['рекомендации', 'юмор'],
  },
  {
    code: 'ar',
    captionCode: 'ara-SA',
    regions: ['SA', 'EG', 'AE'],
    names: ['ليلى', 'سامر'],
    sentences: ['المحاولة الثالثة كانت الأفضل', 'شاهدوا حتى النهاية من فضلكم'],
    hashtags: ['اكسبلور', 'يوميات'],
  },
  {
    code: 'hi',
    captionCode: 'hin-IN',
    regions: ['NP', 'AE'],
    names: ['अनन्या', 'रोहन'],
    sentences: ['आज फिर वही रसोई वही कहानी', 'अंत तक देखिए, बिल्ली जीतती है'],
    hashtags: ['मज़ेदार'],
  },
  {
    code: 'tr',
    captionCode: 'tur-TR',
    regions: ['TR'],
    names: ['Çağla', 'Işıl', 'Ömer'],
    sentences: ['Bunu ilk kez denedim, gülmek yok', 'Sonuna kadar izle, söz veriyorum'],
    hashtags: ['keşfet', 'öneri'],
  },
  {
    code: 'vi',
    captionCode: 'vie-VN',
    regions: ['VN'],
    names: ['Hạnh Nguyễn', 'Tuấn'],
    sentences: ['Hôm nay thử lại lần thứ năm', 'Xem đến cuối nhé mọi người'],
    hashtags: ['xuhuong', 'giảitrí'],
  },
];

export const EMOJI: readonly string[] = [
  '🐈‍⬛',
  '😂',
  '🎬',
  '👩🏽‍🍳',
  '🔥',
  '✨',
  '🇧🇷',
  '🥹',
  '🌊',
  '🛹',
  '🫶🏼',
  '🍜',
];
