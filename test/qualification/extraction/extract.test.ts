import { describe, expect, it } from 'vitest';
import { referenceIn, senderIn, subjectIn } from '../../../functions/qualification/extraction/extract.ts';
import { corpus } from '../../../infra/train.ts';

describe('who writes is read from the letter', () => {
  it('reads name, address, phone and mail of a private letter', () => {
    const letter =
      'Jeanne Aubry\n12 rue des Primevères\n99180 Marsignolles\n06 39 98 07 72\njeanne.aubry@courriel.example\n\nMadame la Maire,\nLe trottoir est cassé.\nJeanne Aubry';
    expect(senderIn(letter)).toEqual({
      name: 'Jeanne Aubry',
      email: 'jeanne.aubry@courriel.example',
      phone: '06 39 98 07 72',
      address: '12 rue des Primevères\n99180 Marsignolles',
    });
  });
  it('trusts what the channel already knows', () => {
    expect(senderIn('Cordialement, Luc', { email: 'luc@courriel.example' }).email).toBe(
      'luc@courriel.example',
    );
  });
  it('finds every phone, mail and reference of the first two hands of the corpus and invents none', () => {
    type Row = { subject: string | null; channel: string; reference: string | null; text: string };
    type Sent = Row & { sender: { phone: string | null; email: string | null } };
    const rows = corpus(['letters-and-forms', 'mails-and-notes']) as unknown as Sent[];
    const wrong = rows.filter(({ text, channel, subject, sender, reference }) => {
      const read = senderIn(text, {}, channel);
      const named = referenceIn(`${subject ?? ''}\n${text}`);
      return read.phone !== sender.phone || read.email !== sender.email || named !== reference;
    });
    expect(wrong.map(({ text }) => text.slice(0, 60))).toEqual([]);
  });
});

describe('the name of who writes is found however it is written', () => {
  const body = 'Le lampadaire de la rue Haute est éteint depuis lundi.';
  it.each([
    ['in capitals, family name first', `Bonjour,\n${body}\nMARTIN Jean`, 'MARTIN Jean'],
    ['first name first', `Bonjour,\n${body}\nJean MARTIN`, 'Jean MARTIN'],
    ['with particles', `Bonjour,\n${body}\nCordialement,\nAnne de La Tour du Pin`, 'Anne de La Tour du Pin'],
    ['compound', `Bonjour,\n${body}\nMarie-Noëlle Saint-Cyr-Pons`, 'Marie-Noëlle Saint-Cyr-Pons'],
    ['Turkish', `Bonjour\n${body}\nÇağlar Yıldız`, 'Çağlar Yıldız'],
    ['Vietnamese', `Bonjour\n${body}\nNguyễn Thị Hạnh`, 'Nguyễn Thị Hạnh'],
    ['Arabic, as transcribed', `Bonjour\n${body}\nAbd el Kader Ben Youssef`, 'Abd el Kader Ben Youssef'],
    ['Portuguese', `Bonjour\n${body}\nMaria da Conceição dos Santos`, 'Maria da Conceição dos Santos'],
    ['a couple', `Bonjour\n${body}\nLucie et Tom Ferrand`, 'Lucie et Tom Ferrand'],
    ['a married couple', `Bonjour\n${body}\nM. et Mme Ferrand`, 'M. et Mme Ferrand'],
    ['after a wish', `Bonjour, ${body} Merci d'avance, Océane Marquet, 06 39 98 78 12`, 'Océane Marquet'],
    [
      'with no stop before it',
      'plus de pression depuis hier rue des Lys, urgent svp Samira Benali',
      'Samira Benali',
    ],
    [
      'above a disclaimer',
      `${body}\nSophie Arnal\nCe message est confidentiel et destiné à son seul destinataire.`,
      'Sophie Arnal',
    ],
    [
      'above a postscript',
      `Bonjour,\n${body}\nSophie Arnal\nP.S. : mon voisin Marc Petit confirme.`,
      'Sophie Arnal',
    ],
    [
      'above a quoted mail',
      `${body}\nPaul Rey\n\nLe 2 avr. 2026, Mairie a écrit :\n> Bonjour,\n> Claire Dubois`,
      'Paul Rey',
    ],
    [
      'above a passed-on mail',
      `Voir plus bas, merci.\nPaul Rey\n\n-----Message d'origine-----\nDe : Luc Bon\nEnvoyé : lundi\nBonjour\nLuc Bon`,
      'Paul Rey',
    ],
    ['in a form', 'Nom : Lefèvre\nPrénom : Aline\nDemande : un bac jaune', 'Lefèvre Aline'],
    [
      'said in a sentence',
      "Bonjour, je m'appelle Graça Pimentel et je cherche un logement pour ma mère. Merci de me rappeler.",
      'Graça Pimentel',
    ],
  ])('%s', (_how, text, name) => expect(senderIn(text).name).toBe(name.replace(/\s+/g, ' ')));

  it.each([
    [
      'an association, by its head',
      "Les Foulées de l'Espoir\n27 rue du Gué, 99180 Marsignolles\n\nMadame la Présidente,\nNous sollicitons votre patronage.\n\nLe président, Franck Delmotte",
      "Les Foulées de l'Espoir",
    ],
    [
      'a lawyer for a client',
      'SELARL Aubignac Tessier\nAvocats\n1 rue du Palais, 99100 Val-Clair\n\nMadame,\nMon client, M. Paul Roy, conteste la décision.\nVotre bien dévouée',
      'SELARL Aubignac Tessier',
    ],
    [
      'parents for their child',
      'Bonjour,\nMon fils Sacha Arnoux ne mangera pas cette semaine.\nJulie Arnoux',
      'Julie Arnoux',
    ],
    [
      'below the name of the mayor',
      'Madame Hélène Carradec\nMaire de Val-Clair\nHôtel de ville\n\nMadame la Maire,\nLe trottoir est cassé.\n\nRené Bost',
      'René Bost',
    ],
    ['nobody', 'Il faut tondre le square, merci de faire vite.', null],
    [
      'nobody, though a school is named after somebody',
      "De l'eau coule sur le trottoir devant l'école Jules Ferry",
      null,
    ],
  ])('%s', (_who, text, name) => expect(senderIn(text).name).toBe(name));

  it.each([
    ['Appel de Mme Oumou Sacko, veut un rdv. 06 39 98 72 14', 'Oumou Sacko'],
    ['GUICHET 16h45. Papa BONNEFOND Kévin, bébé né vendredi.', 'BONNEFOND Kévin'],
    ['11h20 Carole Innocenti pr sa mère (Mme Brugel, 93 ans). Rappel 06 39 98 11 48', 'Carole Innocenti'],
    [
      "Appel de l'animatrice de la résidence autonomie Les Coquelicots (01 99 00 73 73). Veut un car.",
      'résidence autonomie Les Coquelicots',
    ],
    ['Maman de Lina Bessaoud, convoc JDC le 9 mai.', null],
  ])('in a note: %s', (text, name) => expect(senderIn(text, {}, 'phone').name).toBe(name));
});

describe("other people's numbers are not the sender's", () => {
  it.each([
    [
      'a neighbour',
      'Appelez mon voisin au 06 39 98 11 11 ou moi au 06 39 98 22 22. Léa Roux',
      '06 39 98 22 22',
    ],
    ['a neighbour alone', 'Les clés sont chez la voisine, Mme Puech (06 39 98 11 11). Léa Roux', null],
    [
      'a number that nobody answers',
      'Le 01 99 00 20 14 sonne dans le vide le soir.\n\nSéverine Pujol, 06 39 98 70 24',
      '06 39 98 70 24',
    ],
    ['the office itself', "J'ai appelé votre standard au 01 99 00 20 00, sans réponse. Léa Roux", null],
    ['a quoted mail', 'Merci !\nLéa Roux\n\n> Mairie, 01 99 00 20 00\n> Bonjour', null],
    [
      'the person written for',
      'Ma mère ne peut se déplacer, pouvez-vous la rappeler au 01 99 00 33 33 ?\nClaire Petit\n06 39 98 44 44',
      '06 39 98 44 44',
    ],
    [
      "a lawyer's client",
      'Mon client M. Alain Martin (06 39 98 00 11) conteste.\nPaul Rousseau, avocat',
      null,
    ],
    ['a misread zero', 'Léa Roux, tél. O6 39 98 2l 22', '06 39 98 21 22'],
  ])('%s', (_whose, text, phone) => expect(senderIn(text).phone).toBe(phone));
});

describe('the subject and the reference are returned as written', () => {
  it.each([
    ['Objet : demande de place\nMadame, ...', 'demande de place'],
    ['Madame,\nLe lampadaire est éteint. Merci.', 'Le lampadaire est éteint.'],
  ])('%s', (text, subject) => expect(subjectIn(text)).toBe(subject));
  it.each([
    ['ma demande VC-2026-000123-W du 3 mai', 'VC-2026-000123-W'],
    ['dossier VC 2026 000123 svp', 'VC 2026 000123'],
    ['dossier VC-2026-000123 A voir', 'VC-2026-000123'],
    ['VC-2O26-OOO123 (scan)', 'VC-2026-000123'],
    ['numéro : VC-2026-00691 1.', 'VC-2026-006911'],
    ['facture 2026-000123', null],
    ['facture FA-2026-000123', null],
    ['permis PC 2026 000123', null],
  ])('%s', (text, reference) => expect(referenceIn(text)).toBe(reference));
  it.each([
    ['abonné GAZ-2026-004321 du fournisseur', null],
    ['contrat ML-2026-004321, dossier VC-2026-000123', 'VC-2026-000123'],
    ['dossier vc 2026 000123', 'vc 2026 000123'],
    ['V C-2O26-OOO123 (scan)', 'VC-2026-000123'],
    ['V(-2026-000123', 'VC-2026-000123'],
  ])("of an authority's own letters: %s", (text, reference) =>
    expect(referenceIn(text, 'VC')).toBe(reference),
  );
});
