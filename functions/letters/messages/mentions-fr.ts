type Authority = { name: string; contact: { email: string; postalAddress: string } };

/** Individual decision that a model took part in (CRPA L311-3-1, R311-3-1-1). */
export const algorithmOf = {
  title: 'Traitement algorithmique',
  text: (procedure: string | null, { name, contact }: Authority): string =>
    `Cette décision a été prise sur le fondement d’un traitement algorithmique, qui a pour finalité d’aider à instruire ${procedure ? `la démarche « ${procedure} »` : 'les demandes'}. Vous avez le droit d’obtenir la communication des règles qui le définissent et de ses principales caractéristiques : demandez-les à ${name}, à ${contact.email} ou au ${contact.postalAddress}. Sans réponse dans le mois, vous pouvez saisir la Commission d’accès aux documents administratifs sur www.cada.fr (articles L. 311-3-1 et R. 311-3-1-1 du code des relations entre le public et l’administration).`,
};
