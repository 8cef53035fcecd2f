import { expect, it } from 'vitest';
import { runsOf, textBlocks } from '../../functions/letters/letter-text.ts';

it('reads paragraphs, lists and headings as people type them', () => {
  expect(textBlocks('Bonjour,\nMadame\n\n## Suite\n- un\n• deux\n\n1. A\n2) B\nFin')).toEqual([
    { block: 'paragraph', text: 'Bonjour,\nMadame' },
    { block: 'heading', text: 'Suite' },
    { block: 'list', isNumbered: false, items: ['un', 'deux'] },
    { block: 'list', isNumbered: true, items: ['A', 'B'] },
    { block: 'paragraph', text: 'Fin' },
  ]);
  expect(textBlocks('3. Le troisième point seul')).toEqual([
    { block: 'paragraph', text: '3. Le troisième point seul' },
  ]);
  expect(textBlocks('\r\n \r\n')).toEqual([]);
});

it('makes a link of an address, without the stop of its sentence', () => {
  expect(runsOf('Voir www.telerecours.fr, ou https://a.example/b#c.')).toEqual([
    { text: 'Voir ', href: null },
    { text: 'www.telerecours.fr', href: 'https://www.telerecours.fr' },
    { text: ', ou ', href: null },
    { text: 'https://a.example/b#c', href: 'https://a.example/b#c' },
    { text: '.', href: null },
  ]);
  expect(runsOf('rien')).toEqual([{ text: 'rien', href: null }]);
});
