import { describe, expect, it } from 'vitest';
import { senderIn } from '../../../functions/qualification/extraction/extract.ts';

const wish = 'Pouvez-vous nous dire quand la salle sera libre ?';

describe('who writes in a hurry, or for a house', () => {
  it.each([
    [
      'a first name with an initial',
      'sms',
      'slt c Jordan M. je me suis garé place Haute, ma voiture est partie où ?',
      'Jordan M.',
    ],
    [
      'a first name before the last number',
      'sms',
      "plus d'eau depuis ce matin, répondez svp Keziah 0639981234",
      'Keziah',
    ],
    [
      'no first name before a number inside',
      'sms',
      "j'ai vu avec Amina 0639981234 mais elle ne sait pas",
      null,
    ],
    [
      'an organisation that opens the text',
      'form',
      'Cabinet Roque et Sauveterre. Nous attendons le plan de la parcelle AB 12.',
      'Cabinet Roque et Sauveterre',
    ],
    ['no place that opens a text', 'form', 'École Jules Ferry. Le portail ferme mal.', null],
    [
      'a club whose kind comes second',
      'call-note',
      'Tennis Club Pontaurcien 06 39 98 12 34 : filet cassé sur le court 2',
      'Tennis Club Pontaurcien',
    ],
    [
      'an association by its short kind',
      'call-note',
      'Assoc. Les Vieux Outils, 01 99 00 12 34 : salle pour mardi ?',
      'Assoc. Les Vieux Outils',
    ],
    [
      'a name that ends as a telephone is labelled',
      'email',
      `${wish}\nAmicale des pêcheurs du Port\namicale@asso.example`,
      'Amicale des pêcheurs du Port',
    ],
    [
      'a name with a dash in it',
      'email',
      `${wish}\nAmicale des villes Pontaurcy – Altstadt\namicale@asso.example`,
      'Amicale des villes Pontaurcy – Altstadt',
    ],
    [
      'an organisation with its president behind a dash',
      'email',
      `${wish}\nAmicale des pêcheurs – Paul Rey`,
      'Amicale des pêcheurs',
    ],
    [
      'riverains of a shortened place',
      'form',
      `${wish} Les voisins du lot. des Alouettes`,
      'Les voisins du lot. des Alouettes',
    ],
    [
      'neighbours in small letters',
      'sms',
      'le banc est cassé depuis lundi. les locataires du 12',
      'les locataires du 12',
    ],
    [
      'nobody: an office of an unnamed firm',
      'email',
      'Votre carte est bloquée, cliquez ici : http://carte.example.\nService Sécurité',
      null,
    ],
    [
      'nobody: a team without a name',
      'email',
      "Votre boîte est pleine, cliquez ici.\nL'équipe assistance",
      null,
    ],
  ])('%s', (_how, channel, text, name) => expect(senderIn(text, {}, channel).name).toBe(name));
});
