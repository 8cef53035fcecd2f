import { day } from './dates.ts';
import { euros, list } from './numbers.ts';

const quoted = (words: readonly string[]) => list(words.map((word) => `« ${word} »`));
/** By two figures, as a French number is read aloud. */
const phone = (value: string) =>
  /^\+33\d{9}$/.test(value) ? `0${value.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1 ') : value;
/** Four by four, all but its ends hidden: enough to tell two accounts apart. */
const iban = (value: string) => `${value.slice(0, 4)} •••• ${value.replace(/\s/g, '').slice(-4)}`;
const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value);

/** What was read in a document, and why a department is proposed. */
export const reasons = {
  title: 'Lu dans le document',
  nothing: 'Aucune information n’a été reconnue dans le texte.',
  groups: {
    who: 'Personnes',
    reach: 'Coordonnées',
    when: 'Dates',
    references: 'Références',
    money: 'Montants',
  } as Record<string, string>,
  kinds: {
    name: 'Nom',
    organisation: 'Organisme',
    person: 'Personne citée',
    phone: 'Téléphone',
    email: 'Courriel',
    address: 'Adresse',
    place: 'Lieu',
    date: 'Date',
    deadline: 'Délai cité',
    reference: 'Demande',
    invoice: 'Facture',
    permit: 'Permis',
    plate: 'Immatriculation',
    siret: 'SIRET',
    rna: 'RNA',
    nir: 'Sécurité sociale',
    amount: 'Montant',
    iban: 'IBAN',
  } as Record<string, string>,
  /** A value as a person writes it. */
  valueOf: (kind: string, value: string): string => {
    if (kind === 'amount' && /^\d+$/.test(value)) return euros(Number(value));
    if (isDay(value)) return day(value);
    if (kind === 'phone') return phone(value);
    if (kind === 'iban') return iban(value);
    return value.replaceAll(/\s+/g, ' ');
  },
  times: (n: number) => `${n} fois`,
  ofOther: 'd’une autre personne',
  show: (kind: string, value: string) => `Montrer dans le document : ${kind}, ${value}`,
  showWord: (word: string) => `Montrer « ${word} » dans le document`,
  more: (n: number) => `Voir les ${n} autres`,
  fewer: 'En montrer moins',
  shown: (words: string, page: number) => `« ${words} » montré page ${page}.`,
  notShown: 'Ce passage n’a pas été retrouvé dans le document.',
  unless: (words: readonly string[], department: string) => `Sans ${quoted(words)}, ce serait ${department}.`,
  signalsTitle: 'Et hors du texte',
  /** What spoke for a department beside the words; the commune is told by its name where it is known. */
  signal: (kind: string, what: string, department: string, isFor: boolean): string => {
    if (kind === 'addressed') return `Adressé à ${what} (${department})`;
    if (kind === 'attention') return `En tête : « ${what} » (${department})`;
    if (kind === 'attachment') return `Pièce jointe « ${what} » (${department})`;
    if (kind === 'history')
      return `La même personne a déjà écrit à ${department}${what === '1' ? '' : `, ${what} fois`}`;
    if (kind === 'habit')
      return `Appris d’une seule personne : ${department}, et non plus ${what}. Votre choix la confirme ou la contredit`;
    return isFor ? `À ${what}, c’est ${department}` : `À ${what}, ce n’est pas ${department}`;
  },
  secondTitle: 'Demande aussi',
  second: (department: string, percent: number) => `${department} (${percent} %)`,
  secondWords: (words: readonly string[]) => `À cause de ${quoted(words)}.`,
  secondOpen: 'Ouvrir aussi une demande',
  secondKey: '2',
  secondLeave: 'Laisser',
  secondWill: (department: string) =>
    `En acceptant, une seconde demande s’ouvrira pour ${department}, de la même personne.`,
  secondLeft: (department: string) => `Rien ne sera ouvert pour ${department}.`,
  secondChange: 'Changer d’avis',
  notOursTitle: 'Ne relève sans doute pas de nous',
  notOursText: (words: readonly string[]) =>
    words.length > 0 ? `À cause de ${quoted(words)}. À vous de dire :` : 'À vous de dire :',
  notOursTransfer: 'Ouvrir pour transmettre',
  notOursTransferText:
    'La demande s’ouvre et la personne reçoit son numéro ; transmettez-la ensuite depuis sa page.',
  notOursAside: 'Mettre en quarantaine',
};
