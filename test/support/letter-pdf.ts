import { readFileSync } from 'node:fs';
import { toBuffer as barcode } from 'bwip-js/node';
import type { Random } from './random.ts';
import { paged, typesetter } from './typeset.ts';

type Letters = {
  notice: string;
  people: { name: string; age: number }[];
  streets: string[];
  towns: string[];
  letters: { department: string; subject: string; body: string[] }[];
};
export const letters = JSON.parse(readFileSync(new URL('letters.json', import.meta.url), 'utf8')) as Letters;

const root = new URL('../../node_modules/', import.meta.url);
const font = (path: string) => readFileSync(new URL(path, root));
const fonts = [
  ['Helvetica', 11],
  ['Times-Roman', 12],
  ['Courier', 10.5],
  [font('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'), 11.5],
  [font('@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2'), 11],
  [
    font(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
    11.5,
  ],
] as const;

export type LetterPlan = { subject: string; department: string; sender: string; body: string[] };

const goodbye =
  "Dans l'attente de votre réponse, je vous prie d'agréer, Monsieur le Président, l'expression de mes salutations distinguées.";

/** One invented letter, typed as people type them; older people use larger letters. */
export async function letterPdf(index: number, random: Random): Promise<{ pdf: Buffer; plan: LetterPlan }> {
  const letter = letters.letters[index % letters.letters.length] as Letters['letters'][number];
  const person = random.pick(letters.people);
  const town = random.pick(letters.towns);
  const [family, size] = random.pick(fonts);
  const points = size + (person.age > 70 ? 1.5 : 0);
  const phone = `Tél. 01 99 00 ${10 + Math.floor(random.next() * 80)} ${10 + Math.floor(random.next() * 80)}`;
  const day = `${1 + Math.floor(random.next() * 28)} ${random.pick(['janvier', 'mars', 'juin', 'octobre', 'novembre'])} 2026`;
  const pdf = await paged((doc) => {
    const type = typesetter(doc, { family, size: points });
    for (const text of [person.name, random.pick(letters.streets), town, phone]) type.write(text);
    type.skip(1);
    for (const text of [
      'Monsieur le Président',
      'Communauté de Val-Clair',
      '1 place du Parvis',
      '99100 Val-Clair',
    ])
      type.write(text, 320);
    type.skip(1);
    type.write(`${town.slice(6)}, le ${day}`, 320);
    type.skip(1);
    type.write(`Objet : ${letter.subject}`);
    type.skip(1);
    type.write('Monsieur le Président,');
    for (const paragraph of [...letter.body, goodbye]) {
      type.skip(0.6);
      type.write(paragraph);
    }
    type.skip(1.5);
    type.write(person.name, 320);
    type.skip(2);
    type.resize(7);
    type.write(`Courrier fictif. ${letters.notice}`);
  });
  const { subject, department, body } = letter;
  return { pdf, plan: { subject, department, sender: person.name, body } };
}

/** The scanners' own separator sheet. */
export async function patchPdf(): Promise<Buffer> {
  const code = await barcode({ bcid: 'code128', text: 'PATCHT', scale: 6, height: 22 });
  return paged((doc) => {
    doc.image(code, 184, 300, { width: 227 });
    doc.font('Helvetica').fontSize(14).text('PATCHT', 72, 460, { align: 'center' });
  });
}
