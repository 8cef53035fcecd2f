import { PDFDocument } from '@cantoo/pdf-lib';
import { printedLetter } from './bad-files.ts';

const first = [
  ...['Odile Marchand', '3 rue du Moulin', '99130 Lanterolles', '', 'Lanterolles, le 12 novembre 2026', ''],
  ...['Objet : nid-de-poule rue des Tanneurs', '', 'Madame, Monsieur,'],
  ...['La chaussee de la rue des Tanneurs est pleine de trous.', 'Je vous demande de la faire reparer.', ''],
  ...['Recevez mes salutations distinguees.', '', 'Odile Marchand'],
];
const second = [
  ...['Jean Petitjean', '8 impasse des Lilas', '99100 Val-Clair', '', 'Val-Clair, le 14 novembre 2026', ''],
  ...['Objet : lampadaire eteint', '', 'Monsieur le Maire,'],
  'Mon lampadaire ne s’allume plus depuis trois semaines, comme le montre le dos de cette lettre.',
];
const back = ['Photographies du quinquet prises le dimanche', 'Devant le numero 12', 'Devant le numero 18'];

/**
 * Two letters between a plain sheet, then the sheet "versos follow", then one back for two fronts: whose it is, nobody can
 * tell but whoever has the paper.
 */
export async function doubtfulPile(plainSheet: Buffer, versosSheet: Buffer): Promise<Buffer> {
  const pile = await PDFDocument.create();
  for (const bytes of [
    await printedLetter(first),
    plainSheet,
    await printedLetter(second),
    versosSheet,
    await printedLetter(back),
  ]) {
    // A sheet is printed on both sides, and a simple scanner sees one.
    const [page] = await pile.copyPages(await PDFDocument.load(bytes), [0]);
    if (page) pile.addPage(page);
  }
  return Buffer.from(await pile.save());
}
