/** French of what a paper letter shows beside its text. */
const list = new Intl.ListFormat('fr', { type: 'conjunction' });

export const paper = {
  subject: (subject: string) => `Objet : ${subject}`,
  placeAndDay: (place: string, day: string) => `${place}, le ${day}`,
  phone: (phone: string) => `Téléphone : ${phone}`,
  followedBy: 'Affaire suivie par',
  reference: 'Référence à rappeler',
  unknownRecipient: 'Destinataire à compléter',
  enclosed: (names: readonly string[]) =>
    `${names.length > 1 ? 'Pièces jointes' : 'Pièce jointe'} : ${list.format(names)}`,
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  demonstration: 'Collectivité de démonstration : cette lettre est fictive.',
  logoAlt: (name: string) => `Logo : ${name}`,
  codeAlt: (reference: string) => `Code de la lettre, référence ${reference}`,
  short: (code: string) => `Code ${code}`,
};

export const signing = {
  seal: (authority: string) =>
    `Lettre scellée par le cachet électronique de ${authority}, qui prouve son origine et son intégrité.`,
  personal: 'Lettre signée électroniquement.',
  unsigned:
    'Décision notifiée par téléservice, dispensée de signature (article L. 212-2 du code des relations entre le public et l’administration).',
  verify: (url: string) => `Pour la vérifier : ${url}`,
  codeAlt: 'Code qui ouvre la page de vérification de cette lettre',
  field: (name: string) => `Signature électronique : ${name}`,
};

export const slip = {
  cut: 'À découper et à joindre à vos documents',
  title: 'Bordereau de retour',
  reference: (reference: string) => `Demande ${reference}`,
  documents: 'Je joins (cochez) :',
  until: (day: string) => `À envoyer au plus tard le ${day}.`,
  address: 'À envoyer à :',
  codeAlt: (reference: string) => `Code du bordereau, référence ${reference}`,
  from: (lines: readonly string[]) => `De la part de ${lines.join(', ')}`,
  code: (code: string) => `Code ${code}`,
  orSay: (code: string) => `En ligne, au téléphone ou à l’accueil, donnez plutôt le code ${code}.`,
  parts: 'Une étiquette pour chaque pièce',
  partsHow:
    'Vous pouvez découper les étiquettes et poser chacune sur sa pièce, ou envoyer le bordereau entier avec toutes les pièces.',
  partAlt: (document: string) => `Code de la pièce : ${document}`,
};
