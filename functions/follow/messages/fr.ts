/** French of what a person's own acts write to the authority. */
export const appealWords = {
  kinds: { gracious: 'Recours gracieux', hierarchical: 'Recours hiérarchique' },
  subject: (kind: string, subject: string): string => `${kind} : ${subject}`,
  heading: (kind: string, reference: string, on: string): string =>
    `${kind} contre la décision du ${on} sur la demande ${reference}.`,
};

/** Why the delay to go to court is not said any more: an appeal before the authority interrupts it (CRPA L411-2). */
export const interrupted = (on: string): string =>
  `Votre recours du ${on} a interrompu ce délai : deux mois repartiront de la réponse à ce recours, ou du refus né du silence.`;
