import { describe, expect, it } from 'vitest';
import { senderIn } from '../../../functions/qualification/extraction/extract.ts';

const wish = 'Pouvez-vous me dire quand le permis sera affiché ?';

describe("a number that is somebody else's is nobody's", () => {
  it.each([
    ['who builds', `${wish} Notre couvreur, Toits Bosco, est joignable au 01 99 00 12 34.\nLéa Roux`],
    ['who answers', `${wish} Le géomètre, M. Vidalenc, répond au 06 39 98 12 34 le matin.\n\nLéa Roux`],
    ['who drove behind', `J'ai le nom de la cycliste devant moi, 06 39 98 12 34. ${wish}\nLéa Roux`],
    [
      'who moves in',
      `Ma prochaine sous-locataire, Mme Ortega (06 39 98 12 34), arrive lundi. ${wish}\nLéa Roux`,
    ],
    [
      'who delivers, in brackets',
      `La buvette est prête (brasseur : M. Lenoir, 06 39 98 12 34). ${wish}\nLéa Roux`,
    ],
    ['who saw it', `Le fleuriste, M. Adam (01 99 00 12 34), l'a vu aussi.\n\nSalutations,\n\nLéa Roux`],
    ['whom one asks for', `Tél. de la monitrice pour confirmer : 06 39 98 12 34. ${wish}\nLéa Roux`],
    ['who knows, named in brackets', `L'ostéopathe (Paul Bost, 01 99 00 12 34) confirme. ${wish}\nLéa Roux`],
    ['with whom one works', `${wish} Voici le portable de mon associé : 06 39 98 12 34.\nLéa Roux`],
    ['whose number it is', `Elle ne décroche guère, son portable : 06 39 98 12 34. ${wish}\nLéa Roux`],
    ['who can be reached', `Le chauffeur peut être contacté au 06 39 98 12 34. ${wish}\nLéa Roux`],
  ])('%s', (_whose, text) => expect(senderIn(text, {}, 'email').phone).toBeNull());

  it('not in a note either, when the agent says whose it is', () => {
    const note =
      "Jules Perret, apprenti, veut décaler son rdv. Tél. de l'employeur si besoin : 01 99 00 12 34";
    expect(senderIn(note, {}, 'call-note').phone).toBeNull();
  });
  it('an e-mail address beside such a number neither', () => {
    const text = `${wish} Notre maçon, Bâti Plus, est joignable au 01 99 00 12 34 (M. Ruiz, ruiz@bati.example).\nLéa Roux\nlea@courriel.example`;
    expect(senderIn(text, {}, 'email')).toMatchObject({ phone: null, email: 'lea@courriel.example' });
  });
});

describe('the number of who signs is preferred to one in what they tell', () => {
  it.each([
    [
      'a client',
      'Mon client y tient. Son numéro, si vous le convoquez : 06 39 98 11 11.\nMe Anne Lods\nanne@lods.example – 01 99 00 22 22',
      '01 99 00 22 22',
    ],
    [
      'a mother',
      "Ma tante vit seule. Elle est au 01 99 00 11 11 mais n'entend rien.\nLéa Roux\n01 99 00 22 22",
      '01 99 00 22 22',
    ],
    [
      'a number among others',
      'Le panneau affiche 01 99 00 11 11, est-ce le bon ?\n\nLéa Roux, 01 99 00 22 22',
      '01 99 00 22 22',
    ],
  ])('%s', (_what, text, phone) => expect(senderIn(text, {}, 'email').phone).toBe(phone));
});

describe("the sender's own number is kept", () => {
  it.each([
    ['said to be theirs', 'email', `${wish} Je suis joignable au 06 39 98 12 34.\nLéa Roux`],
    ["the club's", 'email', `${wish} Notre club est joignable au 06 39 98 12 34.\nLéa Roux`],
    ['asked to be called', 'email', `${wish} Rappelez-moi au 06 39 98 12 34.\nLéa Roux`],
    ['signed by an office', 'letter', `Madame,\n\n${wish}\n\nLa trésorière, 06 39 98 12 34`],
    [
      'after a civility at the head',
      'letter',
      `Mme Puech, 06 39 98 12 34\n3 rue Haute\n\nMadame,\n\n${wish}`,
    ],
    [
      'the third person of a note',
      'call-note',
      'Mme Roux appelle pour son fils, elle est joignable au 06 39 98 12 34',
    ],
    ['her number in a note', 'counter-note', 'Mme Roux veut un rdv. Son portable : 06 39 98 12 34'],
    [
      'a caller in brackets',
      'call-note',
      'Appel de la pharmacienne, Mme Roux (06 39 98 12 34) : trottoir bloqué',
    ],
    [
      'a daughter who calls',
      'call-note',
      'La fille de M. Roux demande un rdv, tél. de la fille : 06 39 98 12 34',
    ],
  ])('%s', (_what, channel, text) => expect(senderIn(text, {}, channel).phone).toBe('06 39 98 12 34'));
});
