type Words = Record<string, string | number | undefined>;
export type Said = { message: string; remedy: string };
export type Sentence = (words: Words) => Said;

const types: Record<string, string> = {
  string: 'un texte entre guillemets',
  number: 'un nombre, sans guillemets',
  int: 'un nombre entier',
  boolean: 'true ou false, sans guillemets',
  array: 'une liste entre crochets',
  object: 'un objet entre accolades',
  record: 'un objet entre accolades',
};
const operands: Record<string, string> = {
  boolean: 'true ou false, sans guillemets',
  number: 'un nombre, sans guillemets',
  list: 'une liste d’au moins une valeur, par exemple ["oui", "non"]',
  day: 'un jour existant, par exemple "2026-09-01", ou "today" pour le jour de la demande',
  years: 'un nombre entier d’années, de 0 à 150',
  count: 'un nombre entier, 0 ou plus',
  'text-number-boolean': 'un texte, un nombre, true ou false',
};
const formats: Record<string, string> = {
  name: 'Commencez par une minuscule, puis des lettres sans accent et des chiffres : « quotientFamilial ».',
  field: 'Écrivez le nom technique d’une question : « quotientFamilial ».',
  id: 'Écrivez des minuscules sans accent, des chiffres et des traits d’union : « aide-velo ».',
  code: 'Écrivez des minuscules sans accent, des chiffres et des traits d’union : « justificatif-impots ».',
  value: 'Écrivez des minuscules sans accent, des chiffres et des traits d’union : « plein-tarif ».',
  period: 'Écrivez un nombre de jours ou de mois : « P2M » ou « P30D ».',
  from: 'Écrivez une date entière, « 2026-09-01 », ou un jour de chaque année, « 09-01 ».',
  to: 'Écrivez une date entière, « 2026-09-30 », ou un jour de chaque année, « 09-30 ».',
  departmentByCommune: 'Écrivez le code INSEE de la commune, en cinq caractères : « 99101 ».',
};
const say =
  (message: (words: Words) => string, remedy: (words: Words) => string): Sentence =>
  (words) => ({ message: message(words), remedy: remedy(words) });
/** "Vouliez-vous dire… ?" when one name is near, else what there is to choose from. */
export const orOneOf = ({ near, all }: Words): string =>
  near
    ? `Vouliez-vous dire « ${near} » ?`
    : all
      ? `Choisissez parmi : ${all}.`
      : 'Créez-le, ou corrigez le nom.';

/** What is wrong with the shape of a procedure document. */
export const shapeSentences: Record<string, Sentence> = {
  required: say(
    () => 'Cette information manque.',
    ({ expected }) => `Ajoutez ${types[String(expected)] ?? 'sa valeur'}.`,
  ),
  'wrong-type': say(
    () => 'La valeur n’est pas de la bonne sorte.',
    ({ expected }) => `Écrivez ${types[String(expected)] ?? 'la valeur attendue'}.`,
  ),
  'unknown-field': say(
    ({ name }) => `« ${name} » n’existe pas à cet endroit.`,
    ({ near }) =>
      near ? `Vouliez-vous dire « ${near} » ?` : 'Supprimez-le, ou vérifiez l’orthographe dans le schéma.',
  ),
  'not-one-of': say(
    () => 'Cette valeur n’est pas prévue.',
    ({ all }) => `Choisissez parmi : ${all}.`,
  ),
  'too-short': say(
    () => 'Le texte est trop court.',
    ({ min }) => `Écrivez au moins ${min} caractère${Number(min) > 1 ? 's' : ''}.`,
  ),
  'too-long': say(
    () => 'Le texte est trop long.',
    ({ max }) => `Réduisez-le à ${max} caractères.`,
  ),
  'too-few': say(
    () => 'La liste n’a pas assez d’éléments.',
    ({ min }) => `Mettez-en au moins ${min}.`,
  ),
  'too-many': say(
    () => 'La liste a trop d’éléments.',
    ({ max }) => `N’en gardez pas plus de ${max} : découpez en plusieurs étapes s’il le faut.`,
  ),
  'too-small': say(
    () => 'Ce nombre est trop petit.',
    ({ min }) => `Écrivez ${min} ou plus.`,
  ),
  'too-large': say(
    () => 'Ce nombre est trop grand.',
    ({ max }) => `Écrivez ${max} ou moins.`,
  ),
  'bad-format': say(
    () => 'Cette valeur n’a pas la forme attendue.',
    ({ key }) => formats[String(key)] ?? (formats.id as string),
  ),
  'kind-missing': say(
    () => 'La sorte d’élément n’est pas indiquée.',
    ({ all }) => `Ajoutez-la, parmi : ${all}.`,
  ),
  'unknown-kind': say(({ name }) => `La sorte « ${name} » n’existe pas ici.`, orOneOf),
  'bad-actor': say(
    () => 'On ne sait pas qui doit agir.',
    () =>
      'Écrivez {"role": "head"}, {"role": "signatory", "department": "…"} ou {"agent": "<identifiant>"} ; rôles : instructor, head, signatory, quality, administrator.',
  ),
  'bad-condition': say(
    () => 'Ce n’est pas une condition.',
    () =>
      'Écrivez par exemple {"field": "situation", "is": "marie"}, ou joignez plusieurs conditions par all, any ou not.',
  ),
  'mixed-condition': say(
    ({ name }) => `« ${name} » est mêlé à autre chose dans la même condition.`,
    ({ name }) => `Laissez « ${name} » seul et placez le reste à l’intérieur de sa liste.`,
  ),
  'empty-joint': say(
    ({ name }) => `« ${name} » n’a rien à joindre.`,
    ({ name }) => `Donnez-lui une liste de conditions : {"${name}": [{"field": "…", "is": "…"}]}.`,
  ),
  'unknown-operator': say(({ name }) => `La comparaison « ${name} » n’existe pas.`, orOneOf),
  'condition-without-field': say(
    () => 'La condition ne dit pas quelle question elle regarde.',
    () => 'Ajoutez "field" avec le nom technique d’une question.',
  ),
  'condition-without-operator': say(
    () => 'La condition ne compare rien.',
    ({ all }) => `Ajoutez une comparaison, parmi : ${all}.`,
  ),
  'two-operators': say(
    () => 'La condition fait deux comparaisons à la fois.',
    () => 'Faites-en deux conditions, jointes par all ou any.',
  ),
  'bad-operand': say(
    ({ name }) => `La comparaison « ${name} » n’a pas la bonne valeur.`,
    ({ wanted }) => `Écrivez ${operands[String(wanted)] ?? 'une autre valeur'}.`,
  ),
};
