/** What an account posts about: hashtags, TikTok-like labels, and the numbers TikTok files them under. */
export interface Topic {
  name: string;
  labels: readonly string[];
  categoryType: number;
  diversificationId: number;
  hashtags: readonly string[];
}

function topic(name: string, numbers: readonly [number, number], hashtags: string): Topic {
  const [categoryType, diversificationId] = numbers;
  const labels = [name, 'Lifestyle', 'Entertainment'];
  return { name, labels, categoryType, diversificationId, hashtags: hashtags.split(' ') };
}

export const TOPICS: readonly Topic[] = [
  topic(
    'Singing & Dancing',
    [119, 10045],
    'dance dancer choreography dancechallenge singing cover',
  ),
  topic('Comedy', [104, 10012], 'comedy funny skit standup relatable jokes humor'),
  topic('Sports', [112, 10031], 'sports football basketball gymtok skate goals training'),
  topic('Anime & Comics', [100, 10057], 'anime manga cosplay fanart otaku animeedit'),
  topic('Daily Life', [105, 10023], 'dailyvlog dayinmylife morningroutine citylife vlog'),
  topic('Beauty Care', [102, 10044], 'makeup skincare beautyhacks nails hairstyle grwm'),
  topic('Games', [103, 10038], 'gaming gamer speedrun retrogames indiegame streamer'),
  topic('Outfit', [109, 10042], 'ootd fashion thrifted streetwear outfitideas vintage'),
  topic('Cars', [115, 10033], 'cars carsoftiktok drift detailing projectcar roadtrip'),
  topic('Food', [111, 10024], 'food foodtok recipe baking streetfood easyrecipe noodles'),
  topic('Animals', [113, 10027], 'animals catsoftiktok dogsoftiktok pets kitten puppy birds'),
  topic('Education', [116, 10050], 'learnontiktok science history math booktok language studytips'),
  topic('Technology', [118, 10051], 'tech programming gadgets robot diy 3dprinting typescript'),
];

export const GENERAL_HASHTAGS: readonly string[] = ['fyp', 'foryou', 'viral', 'trending', 'xyzbca'];
