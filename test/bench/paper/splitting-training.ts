/**
 * Letters on which the weights of splitting/model.ts are fitted; none of the published sixty is among them. Bodies are the
 * citizens' messages of the routing corpus, written by other hands; papers, enclosures and layouts are drawn by lot from what
 * mail rooms see. They are laid out, not scanned: the reading's faults are drawn by lot as well, which makes a thousand letters cheap.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../support/random.ts';
import { enclosureOf, type Sender } from './splitting-enclosures.ts';
import { type Element, type Letter, newPart, type Part, type Style } from './splitting-source.ts';

type Message = {
  channel: string;
  text: string;
  subject: string | null;
  sender: { name: string; address: string | null; phone: string | null; email: string | null };
};
const corpus = join(import.meta.dirname, '../../../functions/qualification/corpus');
const messages: Message[] = ['letters-and-forms.jsonl', 'mails-and-notes.jsonl']
  .flatMap((file) => readFileSync(join(corpus, file), 'utf8').split('\n'))
  .flatMap((line) => (line ? [JSON.parse(line) as Message] : []))
  .filter(({ text, sender }) => text.length > 160 && sender.name);
const written = messages.filter(({ channel }) => channel === 'letter');
const others = messages.filter(({ channel }) => channel !== 'letter');

const recipients = [
  ['Monsieur le Maire', 'Mairie de Marsignolles', '99180 MARSIGNOLLES'],
  ['Mairie', 'Service urbanisme', '4 place Carnot', '99180 Marsignolles'],
  ['Communauté de communes', 'Direction de l’eau', '99180 MARSIGNOLLES'],
  ['Madame la Présidente', 'Communauté d’agglomération'],
  ['Hôtel de ville', 'À l’attention de Mme Perrault', 'BP 12', '99180 MARSIGNOLLES CEDEX'],
  ['Service de l’état civil', 'Mairie de Marsignolles'],
  ['CCAS de Marsignolles', '1 rue de la Paix', '99180 Marsignolles'],
  ['Monsieur l’Adjoint au maire chargé de la voirie', 'Hôtel de ville'],
  [
    'MAIRIE DE MARSIGNOLLES',
    'Monsieur le Directeur général des services',
    '4 PLACE CARNOT',
    '99180 MARSIGNOLLES',
  ],
  ['Police municipale', '99180 Marsignolles'],
  ['Madame Perrault', '4 place Carnot', '99180 MARSIGNOLLES'],
  ['M. Lhermitte, logement', '4 PLACE CARNOT', '99180 MARSIGNOLLES'],
  ['Trésorerie', '99180 Marsignolles'],
  ['Cimetières et état civil', '4 place Carnot', '99180 Marsignolles'],
  ['Madame la Directrice du pôle enfance', 'Marsignolles Agglo'],
];
const salutations = [
  'Madame, Monsieur,',
  'Monsieur le Maire,',
  'Madame la Présidente,',
  'Bonjour,',
  'Madame,',
  'Messieurs,',
  'Monsieur le Directeur,',
];
const closings = [
  'Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.',
  'Cordialement,',
  'Veuillez recevoir, Monsieur le Maire, l’expression de mes sentiments respectueux.',
  'Merci de votre réponse.',
  'Dans l’attente de vous lire, recevez nos meilleures salutations.',
  'Bien à vous,',
  'Respectueusement.',
];
export const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'octobre',
  'novembre',
  'décembre',
];
const firms = [
  'SABLIÈRES DU NORD',
  'Cabinet Lemaistre',
  'TRAVAUX PUBLICS GONTIER',
  'Syndic Azur Gestion',
  'Association Les Mains Vertes',
  'GARAGE DE L’OCTROI',
  'École Sainte-Odile',
  'Notaires Brunel et Cie',
  'Société Orvalec',
  'AMICALE DES LOCATAIRES',
  'Compagnie des Ponts',
  'PHARMACIE DU MAIL',
];
const streets = [
  'rue de la Sablière',
  'avenue Foch',
  'chemin Creux',
  'rue des Carmes',
  'quai Nord',
  'allée des Bouleaux',
  'place d’Armes',
];
const towns = ['99180 Marsignolles', '99140 Courvoy', '99160 Villebrune', '99175 Sainte-Ruffine'];

export const dayOf = (random: Random) =>
  random.next() < 0.75
    ? `${1 + Math.floor(random.next() * 28)} ${random.pick(months)} ${random.pick(['2025', '2026'])}`
    : `${String(10 + Math.floor(random.next() * 18))}/0${1 + Math.floor(random.next() * 9)}/2026`;
const maybe = <T>(random: Random, chance: number, value: T): T[] => (random.next() < chance ? [value] : []);
const gap: Element = { kind: 'gap', count: 0.8 };
const styleOf = (random: Random): Partial<Style> => ({
  font: random.pick(['times', 'helvetica', 'courier', 'source']),
  size: random.pick([10.5, 11, 11.5, 12, 12.5, 13, 14]),
  leading: random.pick([1.25, 1.35, 1.5, 1.8, 2.1]),
  margin: random.pick([48, 58, 68, 75]),
});

/** Somebody who writes: a person with an address, or a firm with its paper. */
export function aSender(random: Random): Sender {
  const message = random.pick(written);
  const isFirm = random.next() < 0.38;
  const name = isFirm ? random.pick(firms) : message.sender.name;
  const number = String(100_000 + Math.floor(random.next() * 899_999));
  const street = `${1 + Math.floor(random.next() * 90)} ${random.pick(streets)}`;
  const signer = isFirm ? random.pick(messages).sender.name : name;
  return { name, isFirm, street, town: random.pick(towns), number, signer, letter: message.text };
}

/** A letter with its enclosures; `previous` writes again when given. */
export function aLetter(random: Random, sender: Sender): Letter {
  const kind = random.next();
  if (kind < 0.07) return { name: 'paper', parts: enclosureOf(random, sender, 'alone') };
  if (kind < 0.1) return { name: 'hand', parts: handwritten(random) };
  const main = kind < 0.14 ? plainNote(random) : letterOf(random, sender);
  const count = random.next() < 0.62 ? 0 : random.next() < 0.65 ? 1 : 2;
  const announces = count > 0 && random.next() < 0.8;
  if (announces)
    insertBeforeEnd(main, {
      kind: 'paragraph',
      text: random.pick([
        'Vous trouverez ci-joint les documents utiles.',
        'P.J. : copies.',
        'Je joins les pièces demandées.',
        'Pièces jointes : 2',
        'Je vous adresse sous ce pli les justificatifs.',
      ]),
    });
  const enclosures = Array.from({ length: count }, () => enclosureOf(random, sender, 'enclosed')).flat();
  return { name: 'letter', parts: [main, ...enclosures] };
}

function insertBeforeEnd({ elements }: Part, element: Element): void {
  elements.splice(Math.max(1, elements.length - 4), 0, element);
}

function handwritten(random: Random): Part[] {
  const pages = random.next() < 0.6 ? 1 : 2;
  const part = newPart({ font: 'times' });
  for (let page = 0; page < pages; page++)
    part.elements.push(...(page > 0 ? [{ kind: 'page' } as const] : []), {
      kind: 'handwriting',
      count: 6 + Math.floor(random.next() * 16),
    });
  return [part];
}

/** A note, a mail that was printed, a form without a head. */
function plainNote(random: Random): Part {
  const part = newPart(styleOf(random));
  part.elements.push(...linesOf(random.pick(others).text));
  return part;
}

const linesOf = (text: string): Element[] =>
  text.split('\n').map((line) => {
    if (!line.trim()) return gap;
    return line.length < 48 ? { kind: 'left', text: line } : { kind: 'paragraph', text: line };
  });

function letterOf(random: Random, sender: Sender): Part {
  if (!sender.isFirm && random.next() < 0.5) return asWritten(random, sender);
  const part = newPart(styleOf(random));
  const to = random.next() < 0.85 ? random.pick(recipients) : [];
  const place = random.pick(['right', 'right', 'right', 'left'] as const);
  const date = `${random.pick(['Marsignolles, le ', 'Le ', 'Courvoy, le ', ''])}${dayOf(random)}`;
  const address: Element[] = to.map((text) => ({ kind: place, text }));
  const from: Element[] = [sender.name, sender.street, sender.town].map((text) => ({ kind: 'left', text }));
  const says = bodyOf(random);
  if (sender.isFirm) paperOf(random, sender, part);
  else if (random.next() < 0.9) part.elements.push(...from, gap);
  const dated: Element[] = maybe(random, 0.85, { kind: random.pick(['flush', 'left'] as const), text: date });
  part.elements.push(
    ...(random.next() < 0.5 ? [...dated, gap, ...address] : [...address, gap, ...dated]),
    gap,
  );
  part.elements.push(
    ...maybe(random, 0.3, {
      kind: 'left',
      text: `${random.pick(['N/Réf. : ', 'Dossier n° ', 'Réf : '])}${sender.number}`,
    } as Element),
    ...maybe(random, 0.65, {
      kind: random.pick(['left', 'bold'] as const),
      text: `Objet : ${random.pick(messages).subject ?? 'réclamation'}`,
    } as Element),
    gap,
    ...maybe(random, 0.88, { kind: 'paragraph', text: random.pick(salutations) } as Element),
    ...says,
    ...maybe(random, 0.9, { kind: 'paragraph', text: random.pick(closings) } as Element),
    gap,
    { kind: random.pick(['right', 'left'] as const), text: sender.signer },
  );
  return part;
}

/** A letter of the corpus just as it stands there. */
function asWritten(random: Random, { letter }: Sender): Part {
  const part = newPart(styleOf(random));
  const lines = linesOf(letter);
  const address: Element[] = random.pick(recipients).map((text) => ({ kind: 'right', text }));
  const at = lines.findIndex((line) => line.kind === 'gap');
  if (random.next() < 0.6) lines.splice(at + 1, 0, ...address, gap);
  part.elements.push(...lines);
  return part;
}

/** Sentences of the corpus, of one page or of several. */
function bodyOf(random: Random): Element[] {
  const wanted = random.pick([1, 2, 2, 3, 5, 9]);
  const found: Element[] = [];
  while (found.length < wanted) {
    const paragraphs = random
      .pick(messages)
      .text.split('\n')
      .filter((line) => line.length > 90);
    found.push(...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const));
  }
  return found.slice(0, wanted + 2);
}

/** Head and foot of a firm's paper, on the first page or on all, with or without numbers of pages. */
function paperOf(random: Random, { name, street, town, number }: Sender, part: Part): void {
  const head = [
    `!${name}`,
    `${street} - ${town} - Tél. 01 99 ${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4)}`,
  ];
  if (random.next() < 0.6) part.head.push(...head);
  else part.elements.push(...head.map((text): Element => ({ kind: 'centred', text: text.replace('!', '') })));
  if (random.next() < 0.5)
    part.foot.push(`${name} - SIRET 900 ${number.slice(0, 3)} ${number.slice(3)} 00012`);
  const numbered = random.next();
  if (numbered < 0.45)
    part.foot.push(
      random.pick(['Page {n}/{N}', '{n}/{N}', 'page {n} sur {N}', '- {n} -', 'Page {n}', '{n}']),
    );
}
