import { dayInWords } from '../../letters/messages/fr.ts';
import type { en } from './en.ts';

const below = 'Notre message est juste en dessous.';

/** Said before a message in the words of the administration, and in place of a text message. */
export const facile: typeof en = {
  acknowledgement: (reference: string, url: string): string =>
    `Bonjour,\n\nNous avons reçu votre demande. Son numéro est ${reference}.\n\nVous pouvez la suivre ici : ${url}\n\nEn dessous, il y a un papier. La loi nous oblige à l’écrire. Gardez-le.`,
  asking: (reference: string, url: string): string =>
    `Bonjour,\n\nNous vous demandons quelque chose pour votre demande ${reference}.\n\nRegardez et répondez ici : ${url}\n\n${below}`,
  message: (reference: string, url: string): string =>
    `Bonjour,\n\nNous vous écrivons pour votre demande ${reference}.\n\nRegardez ici : ${url}\n\n${below}`,
  answer: (reference: string, url: string): string =>
    `Bonjour,\n\nNous avons répondu à votre demande ${reference}.\n\nRegardez ici : ${url}\n\nVous n’êtes pas d’accord ? Cette page dit quoi faire.\n\n${below}`,
  waiting: (reference: string, url: string, since: string): string =>
    `Bonjour,\n\nUne réponse vous attend. C’est pour votre demande ${reference}. Elle est là depuis le ${dayInWords(since)}.\n\nLisez-la avant 15 jours : ${url}\n\n${below}`,
  sms: {
    message: (authority: string, reference: string, url: string): string =>
      `${authority} : nous vous écrivons pour votre demande ${reference}. Lisez ici : ${url}`,
    byText: (authority: string, reference: string, url: string, code: string): string =>
      `${authority} : nous attendons votre réponse sur ${reference}. Lisez : ${url} Pour répondre par SMS, écrivez d’abord ${code}.`,
    onPage: (authority: string, reference: string, url: string): string =>
      `${authority} : nous attendons votre réponse sur ${reference}. Lisez et répondez ici, pas par SMS : ${url}`,
    waiting: (authority: string, reference: string, since: string, url: string): string =>
      `${authority} : une réponse sur ${reference} vous attend depuis le ${since}. Lisez-la avant 15 jours : ${url}`,
  },
};
