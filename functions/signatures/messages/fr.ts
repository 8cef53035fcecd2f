/** French of the signature book that leaves it: on letters, in evidence, in mail. Law between the lines: CRPA L212-1, L212-3. */
export const kindTitles = { visa: 'Visa', opinion: 'Avis', signature: 'Signature' } as const;

const two = (value: number): string => String(value).padStart(2, '0');

export const sealWords = {
  /** What stands in the place of the signature. */
  personal: (name: string, quality: string, when: string): string[] => [
    'Signé électroniquement par',
    `${name}, ${quality}`,
    when,
  ],
  seal: (authority: string, name: string | null, quality: string | null, when: string): string[] => [
    `Cachet électronique de ${authority}`,
    ...(name && quality ? [`Décision prise par ${name}, ${quality}`] : []),
    when,
  ],
  order: (number: string): string => `par délégation, arrêté n° ${number}`,
  instead: (name: string): string => `en remplacement de ${name}`,
  when: (day: string, time: string): string => `le ${day} à ${time}`,
  reason: {
    personal: (name: string, quality: string, when: string): string =>
      `Signature de ${name}, ${quality}, authentifié par la collectivité, ${when}`,
    seal: (authority: string): string =>
      `Cachet de ${authority} : origine et intégrité. Ce cachet n'est pas la signature du signataire (CRPA, art. L. 212-3).`,
  },
  certificate: (authority: string): string => `Cachet de ${authority}`,
};

export const evidenceWords = {
  about:
    'Preuve de signature. Le fichier approuvé est le début exact du fichier scellé. Chaque étape indique la personne, sa qualité, l’instant (UTC), l’authentification déclarée par le fournisseur d’identité et l’empreinte SHA-256 du fichier lu.',
  levels: {
    personal:
      'Signature électronique apposée au nom du signataire authentifié, au moyen de la clé de la collectivité conservée en KMS. La clé n’est pas propre au signataire : le lien avec sa personne est établi par son authentification, consignée ci-dessous.',
    seal: 'Cachet électronique de la collectivité : prouve l’origine et l’intégrité. Il n’est pas la signature du signataire (CRPA, art. L. 212-3).',
    unsigned:
      'Courrier sans signature ni cachet : il ne décide de rien, ou la décision est notifiée par téléservice (CRPA, art. L. 212-2, 1°).',
  },
};

export const answerWords = {
  cover: 'La réponse à votre demande est jointe à ce message, dans un document PDF. En voici le texte.',
  fileName: (reference: string): string => `reponse-${reference}.pdf`,
  evidenceName: (reference: string): string => `preuve-${reference}.json`,
};

/** `14 h 05`. */
export const timeInWords = (hhmm: string): string => {
  const [hours = 0, minutes = 0] = hhmm.split(':').map(Number);
  return `${hours} h ${two(minutes)}`;
};

/** An answer that may not leave beside the signature book (CRPA L212-1, L212-2). */
export const signatureWords = {
  message: 'Cette décision doit être signée par son auteur avant de partir.',
  remedy: 'Mettez-la au parapheur : elle partira dès qu’elle sera signée.',
};
/** What the writer reads when a letter came back by itself. */
export const unsignedWords = {
  name: 'Parvis',
  reason:
    'Ce courrier décide et personne ne l’a signé, or la personne ne le reçoit plus par le portail. Remettez-le au parapheur : il sera signé.',
};
