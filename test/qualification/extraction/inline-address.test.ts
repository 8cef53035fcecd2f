import { describe, expect, it } from 'vitest';
import { foundIn, senderIn } from '../../../functions/qualification/extraction/extract.ts';

const wish =
  'Je voudrais un second bac jaune, le mien est fendu depuis la tempête de novembre et les sacs traînent.';
const address = (text: string, channel = 'form') => senderIn(text, {}, channel).address;

describe('the address of who writes, as they wrote it', () => {
  it.each([
    [
      'a mill above its town',
      'Luc Sorel\nMoulin de Vauvert, 99140 Courzay-le-Pont\n\nMadame,\n',
      'Moulin de Vauvert, 99140 Courzay-le-Pont',
    ],
    [
      'a house above a road',
      'Luc Sorel\nLe Mas Bleu\n7 sente du Lavoir\n99180 Marsignolles\n\nMadame,\n',
      'Le Mas Bleu\n7 sente du Lavoir\n99180 Marsignolles',
    ],
    [
      'a tower above a road',
      'Luc Sorel\nTour B, 3e étage, porte 12\n8 place Neuve\n99100 Val-Clair\n\nMadame,\n',
      'Tour B, 3e étage, porte 12\n8 place Neuve\n99100 Val-Clair',
    ],
    [
      'a school in which parents write',
      'Les élèves du collège Colette\nCollège Colette, 99130 Lanterolles\n\nMonsieur,\n',
      'Collège Colette, 99130 Lanterolles',
    ],
    [
      'a stand',
      'Luc Sorel\nMarché couvert, étal 7, 99100 Val-Clair\n\nMonsieur,\n',
      'Marché couvert, étal 7, 99100 Val-Clair',
    ],
    [
      'without their age',
      `Madame, ${wish}\nLuc Sorel, 91 ans, 7 rue du Puits, 99190 Fontaubert`,
      '7 rue du Puits, 99190 Fontaubert',
    ],
  ])('%s', (_what, text, written) => expect(address(`${text}\n${wish}`, 'letter')).toBe(written));

  it.each([
    [
      'after its label',
      `${wish} Adresse : 7 rue du Puits, 99190 Fontaubert. Luc Sorel`,
      '7 rue du Puits, 99190 Fontaubert',
    ],
    ['where one lives', `J'habite au 7 bis rue du Puits. ${wish} Luc Sorel`, '7 bis rue du Puits'],
    [
      'where one moves in',
      `Nous avons emménagé au 7 rue du Puits, 99190 Fontaubert en mai. ${wish}`,
      '7 rue du Puits, 99190 Fontaubert',
    ],
    [
      'alone in a sentence',
      `${wish} 7 rue du Puits, 99190 Fontaubert. Luc Sorel`,
      '7 rue du Puits, 99190 Fontaubert',
    ],
    [
      'beside the name at the end',
      `${wish} Luc Sorel, 7 rue du Puits apt 3 à Fontaubert / 06 39 98 12 34`,
      '7 rue du Puits apt 3 à Fontaubert',
    ],
    [
      'after our label',
      `${wish}\nNotre adresse : 7 rue du Puits, 99190 Fontaubert.\nLuc Sorel`,
      '7 rue du Puits, 99190 Fontaubert',
    ],
    ['not where works are', `Bonjour,\nBruit au 7 rue du Puits, 99190 Fontaubert.\nMerci\nLuc Sorel`, null],
    ['not one that is only told', `${wish} Un arbre penche devant le 7 rue du Puits. Luc Sorel`, null],
    ["not somebody else's", `${wish} Le syndic a changé, son adresse : 7 rue du Puits. Luc Sorel`, null],
  ])('%s', (_what, text, written) => expect(address(text)).toBe(written));

  it('and stands in what is found where it was written', () => {
    const text = `${wish} Adresse : 7 rue du Puits, 99190 Fontaubert. Luc Sorel`;
    const [found] = foundIn(text).filter(({ kind }) => kind === 'address');
    expect(text.slice(found?.start, found?.end)).toBe('7 rue du Puits, 99190 Fontaubert');
  });
});
