/** Small words that tell a language apart; French is what nobody has to say. */
const small: Record<string, string> = {
  fr: 'je vous nous les des est une pour dans avec mon ma mes votre que qui pas sur bonjour merci avez suis au aux ce cette madame monsieur',
  en: 'the and you your for with have this that please would are from my hello dear thank not can regards',
  es: 'el los las una por para con que mi su usted gracias hola estimado buenos dias tengo quisiera puede muy',
  pt: 'o os uma para com que meu minha nao voce obrigado obrigada ola bom dia tenho gostaria pode senhor senhora do da em',
  it: 'il gli una per con che mio mia non grazie buongiorno vorrei sono della del anche gentile signore signora',
  de: 'der die das und ich sie nicht mit ein eine ist fur bitte danke guten tag haben mein meine wir',
  tr: 'bir ve bu icin merhaba tesekkur ederim benim lutfen ile degil var sayin nasil',
  ro: 'si nu este pentru va rog multumesc buna ziua sunt care cu din mea vreau',
  pl: 'nie jest sie prosze dziekuje dzien dobry czy mam moje dla oraz panstwo',
};
const scripts: [string, RegExp][] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['uk', /[\u0491\u0454\u0456\u0457]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['zh', /\p{Script=Han}/gu],
];
const known = Object.entries(small).map(([code, words]) => ({ code, words: new Set(words.split(' ')) }));
const fewest = 4;
const enoughSigns = 20;
const read = 4_000;

/** Lower case without accents, apart from one another by one space. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The language somebody wrote in (two letters), when it clearly is another than French; `null` when it is French or not clear. */
export const languageOf = (text: string): string | null => {
  const start = text.slice(0, read);
  const script = scripts.find(
    ([code, signs]) => (start.match(signs) ?? []).length >= (code === 'uk' ? 2 : enoughSigns),
  );
  if (script) return script[0];
  const words = plainWords(start).split(' ');
  const counted = known
    .map(({ code, words: its }) => ({ code, count: words.filter((word) => its.has(word)).length }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const [first, second] = counted;
  if (!first || first.count < fewest || first.code === 'fr') return null;
  const french = counted.find(({ code }) => code === 'fr')?.count ?? 0;
  const isClear = first.count > (second?.count ?? 0) && first.count >= french * 2;
  return isClear ? first.code : null;
};
