/** French of the mail that carries a receipt. */
export const receiptMail = {
  subject: (subject: string) => `Récépissé : ${subject}`,
  text: (given: {
    name: string | null;
    authority: string;
    reference: string;
    receivedOn: string;
    department: string | null;
    promisedOn: string;
    trackingUrl: string;
    trackingCode: string | null;
  }): string =>
    [
      given.name ? `Bonjour ${given.name},` : 'Bonjour,',
      `Votre demande a bien été enregistrée le ${given.receivedOn}, sous la référence ${given.reference}.`,
      given.department
        ? `Elle est traitée par : ${given.department}. Nous nous engageons à vous répondre au plus tard le ${given.promisedOn}.`
        : `Elle est confiée au service compétent. Nous nous engageons à vous répondre au plus tard le ${given.promisedOn}.`,
      given.trackingCode
        ? `Pour la suivre : ${given.trackingUrl}\nVotre code de suivi : ${given.trackingCode}`
        : `Pour la suivre avec le code de suivi qui vous a été remis : ${given.trackingUrl}`,
      `Cordialement,\n${given.authority}`,
    ].join('\n\n'),
};
