// Exactly 128 words each: a generated handle spells 28 bits, seven of them per word.

/** First word of a generated handle. */
export const FIRST_WORDS: readonly string[] = (
  'agile amber amused apricot arctic autumn azure balmy bashful blithe bold brave brisk bubbly ' +
  'calm candid caring casual cheery chilly citrus classic clever cloudy coastal comfy cosmic ' +
  'cozy crimson curious curly dainty dapper daring deft dreamy dusty eager early earnest easy ' +
  'electric elegant fabled fancy festive fluffy foggy frank free fresh frosty gilded gleeful ' +
  'glossy golden graceful grand happy hazel hearty humble icy indigo ivory jolly jovial joyful ' +
  'keen kind little lively loyal lucky lunar magic mellow merry mighty misty modest mossy ' +
  'nimble odd opal patient peachy perky pixel placid plucky polar proud quick quiet quirky ' +
  'radiant rapid rosy royal ruby rustic savvy scarlet serene silver simple sleepy smooth snowy ' +
  'solar spicy starry steady sunny swift thrifty timid tranquil trusty upbeat velvet warm wavy ' +
  'windy witty zesty zippy'
).split(' ');

/** Second word of a generated handle. */
export const SECOND_WORDS: readonly string[] = (
  'acorn alpaca anchor apple badger bagel bamboo banjo beacon beaver bison bobcat bonsai boots ' +
  'brook bucket cactus carrot cherry cinema clover cobra coconut comet condor cookie coral ' +
  'cricket crow cupcake daisy dolphin donut dragon drum duck eagle ember falcon ferret fiddle ' +
  'finch fjord flute forest fox galaxy garden gecko ginger glacier gopher hamster harbor hawk ' +
  'heron hornet husky iguana island jaguar jasmine kayak kettle kitten kiwi lantern lemon lemur ' +
  'lizard llama lotus lynx mango marmot meadow melon meteor mitten monkey noodle ocelot octopus ' +
  'orchid otter oyster panda papaya parrot peanut pebble pelican pepper piano pillow planet ' +
  'pony poodle potato puffin quail rabbit raccoon raven robin saffron salmon seal shark sparrow ' +
  'spruce starfish stork swan taco teapot toast tulip turtle violin waffle walrus whale willow ' +
  'wolf wombat yak zebra'
).split(' ');
