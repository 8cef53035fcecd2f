/** French of the signature book that leaves it: on letters, in evidence, in mail. Law between the lines: CRPA L212-1, L212-3. */
export const kindTitles = { visa: 'Visa', opinion: 'Avis', signature: 'Signature' } as const;
