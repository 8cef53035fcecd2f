const named = (code: string): string => {
  try {
    return new Intl.DisplayNames('fr-FR', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};
export const languageName = named;

const numbers = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const some = (count: number): string => numbers[count] ?? String(count);
const many = (count: number, one: string, other: string): string =>
  `${some(count)} ${count < 2 ? one : other}`;

const words: Record<string, (value: string) => string | null> = {
  rule: () => null,
  after: () => 'personne de libre pour une règle plus précise',
  named: () => 'désigné par la règle',
  team: (code) => `équipe « ${code} »`,
  skill: (skill) => `compétence « ${skill} »`,
  language: (code) => `parle ${named(code)}`,
  commune: () => 'suit cette commune',
  away: (count) => many(Number(count), 'autre est absent', 'autres sont absents'),
  full: (count) => many(Number(count), 'autre a son plein de demandes', 'autres ont leur plein de demandes'),
  'only-one': () => 'seule personne disponible',
  'least-loaded': (count) => `a le moins de demandes des ${some(Number(count))}`,
  'in-turn': (count) => `à son tour, parmi ${some(Number(count))}`,
  'most-qualified': (count) => `a le plus d’expérience des ${some(Number(count))}`,
  basket: () => 'cette direction répartit à la main',
  nobody: (reason) =>
    ({
      away: 'personne n’est présent',
      full: 'tout le monde a son plein de demandes',
      fits: 'personne ne répond à la règle',
    })[reason] ?? null,
};

export const byRules = ', par les règles de la direction';

/** Why somebody, or nobody, was given a request; from the codes of functions/instruction/distribution/choose.ts. */
export const whyWords = (codes: readonly string[]): string =>
  codes
    .flatMap((code) => {
      const [kind = '', ...value] = code.split(':');
      return words[kind]?.(value.join(':')) ?? [];
    })
    .filter((one, at, all) => all.indexOf(one) === at)
    .join(', ');
