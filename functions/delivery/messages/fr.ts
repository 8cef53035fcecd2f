import { dayInWords } from '../../letters/messages/fr.ts';

/** French of what leaves by the delivery itself. Text messages keep to the letters of the GSM alphabet: 160 for the price of one. */
export const sms = (authority: string, reference: string, url: string): string =>
  `${authority} : un message sur votre demande ${reference} est à lire ici : ${url}`;

/** Word of a message that waits for an answer: by text with a code to repeat, or on the page alone. */
export const asking = {
  byText: (authority: string, reference: string, url: string, code: string): string =>
    `${authority} : votre réponse est attendue sur ${reference}. Message à lire : ${url} Pour répondre par SMS, commencez par ${code}.`,
  onPage: (authority: string, reference: string, url: string): string =>
    `${authority} : votre réponse est attendue sur ${reference}. Lisez le message et répondez sur votre page de suivi, pas par SMS : ${url}`,
};

/** Words of the sheet that bears the mended address before a sealed letter. */
export const carrier = 'Vous trouverez ci-joint notre courrier.';

type Office = { name: string; postalAddress: string; email: string; phone: string };
type Notice = { authority: string; office: Office; availableOn: string; name: string | null; url: string };

/** Word that a decision waits in the portal (CRPA R112-18): since when, who sends it, and what fifteen days do. */
export const portalNotice = {
  subject: 'Un document vous attend sur votre page de suivi',
  text: ({ authority, office, availableOn, name, url }: Notice): string =>
    [
      name ? `Bonjour ${name},` : 'Bonjour,',
      `Un document important concernant votre demande est disponible depuis le ${dayInWords(availableOn)} sur votre page de suivi : ${url}`,
      'Vous avez accepté de recevoir nos décisions de cette façon. La décision vous est notifiée le jour où vous la consultez pour la première fois.',
      `Sans consultation de votre part dans un délai de quinze jours, elle est réputée vous avoir été notifiée le ${dayInWords(availableOn)} (article R. 112-20 du code des relations entre le public et l’administration).`,
      [
        'Service qui vous écrit :',
        office.name,
        office.postalAddress,
        `Courriel : ${office.email}`,
        `Téléphone : ${office.phone}`,
      ].join('\n'),
      'Vous pouvez à tout moment revenir au courrier postal, depuis votre page de suivi.',
      `Cordialement,\n${authority}`,
    ].join('\n\n'),
  sms: (authority: string, reference: string, day: string, url: string): string =>
    `${authority} : une décision sur ${reference} vous attend depuis le ${day}. Sans lecture sous 15 jours, elle vaut notification : ${url}`,
};

/** Under an answer that leaves by mail: one question, and what a no can do. */
export const yourOpinion = (url: string): string =>
  `Cette réponse vous a-t-elle aidé ? Dites-le-nous en un clic, et si elle ne vous convient pas, demandez la reprise de votre demande : ${url}`;
