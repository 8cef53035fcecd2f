/** What a payment is called where the authority has not said it. */
export const depositLabel = (family: string): string => `Versement au compte prépayé, famille ${family}`;
