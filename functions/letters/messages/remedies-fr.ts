/** Remedies as the notification has to say them, or the term cannot be opposed (CJA R421-5; CRPA L112-6, L112-12). */
type Court = { name: string; address: string };

const where = (authority: string, { name, address }: Court) =>
  `un recours gracieux auprès de ${authority}, ou un recours contentieux devant le ${name} (${address}), par courrier ou sur www.telerecours.fr`;

export const remedyOf = {
  title: 'Voies et délais de recours',
  /** A decision notified by the letter itself (CJA R421-1). */
  express: (authority: string, court: Court): string =>
    `Si vous contestez cette décision, vous pouvez, dans un délai de deux mois à compter de sa notification, former ${where(authority, court)}. Un recours gracieux formé dans ce délai le fait courir de nouveau à compter de la réponse (article L. 411-2 du code des relations entre le public et l’administration).`,
};
