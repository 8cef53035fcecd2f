/** French of what a person's own acts write to the authority. */
export const appealWords = {
  kinds: { gracious: 'Recours gracieux', hierarchical: 'Recours hiérarchique' },
  subject: (kind: string, subject: string): string => `${kind} : ${subject}`,
  heading: (kind: string, reference: string, on: string): string =>
    `${kind} contre la décision du ${on} sur la demande ${reference}.`,
};
