import { type PageLanguage, type Said, saidIn, textsIn } from '../procedures/translation.ts';
import type { Agenda } from './agenda.ts';

/** Reasons and places as the public reads them, with the language they are really in. */
export type ReadAgenda = Said<Agenda>;

/** What only agents book, and how desks are called, is read by agents alone. */
const eachText = (agenda: Agenda, say: (text: string) => string): Agenda => ({
  ...agenda,
  places: agenda.places.map((place) => ({ ...place, name: say(place.name), access: say(place.access) })),
  reasons: agenda.reasons.map((reason) =>
    reason.isInternal
      ? reason
      : {
          ...reason,
          name: say(reason.name),
          summary: say(reason.summary),
          documents: reason.documents.map(say),
        },
  ),
});
export const agendaTexts = (agenda: Agenda): string[] => textsIn(agenda, eachText);
export const agendaIn = (agenda: Agenda, language: PageLanguage): ReadAgenda =>
  saidIn(agenda, language, eachText);
