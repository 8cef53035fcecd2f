import { describe, expect, it } from 'vitest';
import { normalise } from '../../../functions/qualification/routing/features.ts';
import { soonest } from '../../../functions/qualification/routing/soonest.ts';
import { trainUrgency } from '../../../functions/qualification/routing/train-urgency.ts';
import { signalsOf, urgencyOf } from '../../../functions/qualification/routing/urgency.ts';
import { corpus } from '../../../infra/train.ts';

describe('a day that is near is seen in a letter', () => {
  it.each([
    ['Fait le 23 mars 2026. Je dois partir le 15 avril.', 22.4],
    ['Le 28 décembre 2025. La coupure est annoncée pour le 3 janvier.', 5.6],
    ['Le 23/03/2026, avant le 30/03/2026', 7],
    ['Rien que le 5 mai 2026.', null],
    ['Aucune date.', null],
  ])('%s', (text, days) => {
    const found = soonest(normalise(text));
    if (days === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(days, 0);
  });
});

describe('what cannot wait is told from what can', () => {
  const rows = corpus(['mails-and-notes', 'further-3']).filter(
    ({ id }) => Number(id.replace(/\D/g, '')) % 2 === 0,
  );
  const learnt = trainUrgency(rows as Parameters<typeof trainUrgency>[0]);
  const say = (text: string, isUnwanted = false) =>
    urgencyOf(learnt, { subject: null, text, channel: 'form' }, isUnwanted);

  it.each([
    [
      "Plus une goutte d'eau depuis ce matin, mon père est dialysé à domicile, il faut venir tout de suite !",
      'high',
    ],
    ['Un arbre menace de tomber sur le trottoir de l’école, une branche est déjà tombée ce matin.', 'high'],
    ["Je souhaite connaître les horaires de la médiathèque pendant l'été.", 'normal'],
    ['Pourriez-vous me dire comment renouveler ma concession au cimetière ?', 'normal'],
  ])('%s', (text, wanted) => {
    expect(say(text)).toBe(wanted);
  });
  it('does not let an advertisement hurry anybody', () => {
    expect(say('Répondez aujourd’hui, votre compte expire !', true)).toBe('normal');
  });
  it('weighs as many signals as it has weights', () => {
    const given = signalsOf({ subject: null, text: 'x', channel: 'form' }, false);
    expect(learnt.weights.length).toBe(given.length + 2);
  });
});
