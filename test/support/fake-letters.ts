import sharp from 'sharp';
import { encodeWords } from '../../functions/documents/reading/words-file.ts';

export type Letter = { from: string; address: string; subject: string; body: string[] };

export const letters: Letter[] = [
  {
    from: 'Odette Marchandeau',
    address: '14 rue des Tanneurs\n86990 Val-Clair-le-Bourg',
    subject: 'Lampadaire éteint rue des Tanneurs',
    body: [
      'Madame, Monsieur,',
      'Depuis trois semaines, le lampadaire situé devant le 14 rue des Tanneurs ne',
      'fonctionne plus. Le trottoir est défoncé au même endroit et ma voisine, qui a',
      '84 ans, est tombée mardi soir en rentrant chez elle.',
      'Je vous prie de bien vouloir faire réparer cet éclairage public au plus vite.',
      'Vous pouvez me joindre au 05 49 00 12 34.',
      'Recevez mes salutations distinguées.',
    ],
  },
  {
    from: 'Sébastien Kowalczyk',
    address: '3 impasse du Lavoir\n86991 Saint-Aubin-des-Eaux',
    subject: 'Demande d’acte de naissance',
    body: [
      'Madame, Monsieur le Maire,',
      'Je souhaite recevoir deux copies intégrales de mon acte de naissance, né le',
      '12 mars 1987 à Saint-Aubin-des-Eaux, pour mon mariage du 9 janvier 2027.',
      'Mes parents sont Jean Kowalczyk et Hélène Pinson.',
      'Mon adresse électronique : s.kowalczyk@courriel.example',
      'Avec mes remerciements.',
    ],
  },
  {
    from: 'Syndicat des copropriétaires de la résidence « Les Terrasses de la Haute-Valcléroise »',
    address: '128 boulevard du Maréchal-de-Lattre-de-Tassigny\n86990 Val-Clair-le-Bourg',
    subject: 'Bacs de tri débordants et dépôts sauvages répétés au pied de la résidence',
    body: [
      'Monsieur le Président,',
      'Les bacs de tri de notre résidence débordent chaque lundi et des dépôts',
      'sauvages s’accumulent le long du boulevard depuis le mois de septembre.',
      'Nous demandons une seconde collecte hebdomadaire et le passage d’un agent.',
      'Le conseil syndical',
    ],
  },
];

export const textOf = (letter: Letter): string =>
  [
    letter.from,
    letter.address,
    '',
    'Val-Clair, le 20 novembre 2026',
    '',
    `Objet : ${letter.subject}`,
    '',
    ...letter.body,
  ].join('\n');

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const linesOf = (letter: Letter, page = 1): string[] =>
  page === 1
    ? textOf(letter).split('\n')
    : ['', `Page ${page}`, '', 'Pièces : deux photographies, une copie de facture.'];

/** Pages as the API gives them; the third is written by hand. */
export const pagesOf = (index: number, count: number) =>
  Array.from({ length: count }, (_, page) => ({
    ...{ page: page + 1, width: paper.width, height: paper.height, isHandwritten: page === 2 },
    url: `/_documents/page/${index % letters.length}/${page + 1}.webp`,
    words: `/_documents/words/${index % letters.length}/${page + 1}.json`,
    text: linesOf(letters[index % letters.length] as Letter, page + 1).join('\n'),
  }));

const paper = { width: 1240, height: 1754 };
type Placed = { text: string; x: number; y: number; width: number; line: number };
/** Every word at a place of its own, so that what lies over it can be looked at. */
const placed = (letter: Letter, page: number): Placed[] =>
  linesOf(letter, page)
    .map((line, index) => ({ words: line.split(' ').filter(Boolean), y: 150 + index * 44 }))
    .filter(({ words }) => words.length > 0)
    .flatMap(({ words, y }, line) => {
      let x = 120;
      return words.map((text) => {
        const word = { text, x, y, width: text.length * 13.4, line };
        x += word.width + 10;
        return word;
      });
    });

/** A letter as a scanner would give it: paper that is not white, ink that is not black. */
export async function drawPage(letter: Letter, page = 1): Promise<Buffer> {
  const text = placed(letter, page)
    .map(
      ({ text, x, y }) =>
        `<text x="${x}" y="${y}" font-family="DejaVu Serif, serif" font-size="24" fill="#23282f">${escapeXml(text)}</text>`,
    )
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${paper.width}" height="${paper.height}"><rect width="1240" height="1754" fill="#fbfaf5"/>${text}<path d="M140 1150c60-50 90 30 150-10s70-60 130 5" fill="none" stroke="#26428b" stroke-width="4"/></svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 60 }).toBuffer();
}

/** What the reader said of that page; it was not sure of every ninth word. */
const wordsFile = (letter: Letter, page: number): string =>
  encodeWords({
    ...paper,
    words: placed(letter, page).map(({ text, x, y, width, line }, index) => ({
      ...{ text, line, confidence: index % 9 === 4 ? 41 : 93 },
      box: [x / paper.width, (y - 20) / paper.height, width / paper.width, 26 / paper.height],
    })),
  });

const asked = (path: string, index: string) =>
  [letters[Number(index)] ?? (letters[0] as Letter), Number(/(\d)\.\w+$/.exec(path)?.[1])] as const;
type Asked = { url: URL };
type Answer = { type: string; bytes: Buffer | string };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => Promise<Answer>];
export const letterRoutes: Route[] = [
  [
    'GET',
    /^\/_documents\/page\/(\d)\/\d\.webp$/,
    async ({ url }, index) => ({ type: 'image/webp', bytes: await drawPage(...asked(url.pathname, index)) }),
  ],
  [
    'GET',
    /^\/_documents\/words\/(\d)\/\d\.json$/,
    async ({ url }, index) => ({ type: 'application/json', bytes: wordsFile(...asked(url.pathname, index)) }),
  ],
];
