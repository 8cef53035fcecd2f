import { describe, expect, it } from 'vitest';
import { addressedElsewhere, notOurs } from '../../../functions/qualification/routing/not-ours.ts';

describe('what is for none of the departments is told apart, never thrown away', () => {
  it.each([
    [
      'Madame la caisse, voici ma feuille de soins et ma carte vitale, merci de me rembourser.',
      'elsewhere',
      'cpam',
    ],
    [
      'À la CAF : mon numéro allocataire est inchangé, pourquoi mes allocations familiales baissent ?',
      'elsewhere',
      'caf',
    ],
    ['À la préfecture : ma suspension de permis prend fin lundi.', 'elsewhere', 'prefecture'],
    ['Offre exceptionnelle, cliquez sur le lien pour une démonstration gratuite.', 'unwanted', null],
    ['Asdf qsdf', 'unwanted', null],
  ])('%s', (text, kind, body) => {
    expect(notOurs(text, 0.9)).toMatchObject({ kind, body, confidence: 0.9 });
  });

  it.each([
    [["À l'attention de l'inspection académique"], true],
    [['Marie Vidal', 'Au conseil de prud’hommes de Clermoulins'], true],
    [['Cabinet Roux, assurance', '12 rue des Lilas'], false],
    [["À l'attention du service urbanisme"], false],
    [['Monsieur le Maire'], false],
  ])('by whom its head is written to: %j', (head, isElsewhere) => {
    expect(addressedElsewhere(head) !== null).toBe(isElsewhere);
  });
});
