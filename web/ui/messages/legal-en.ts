import { day } from './dates.ts';
import type { legal as French, LegalPage, Place } from './legal-fr.ts';

const invented = ({ demonstration, name }: Place) =>
  demonstration ? `**${name} is an invented authority, made for demonstration.**\n\n` : '';
const states = { totalement: 'fully', partiellement: 'partially', non: 'not' };
const listed = (all: readonly { en: string }[], none: string): string =>
  all.length === 0 ? none : all.map(({ en }) => `- ${en}`).join('\n');

const accessibility: LegalPage = {
  title: 'Accessibility',
  description: 'Statement of compliance with the French accessibility standard (RGAA).',
  body: (
    place,
  ) => `${invented(place)}${place.name} undertakes to make its online services accessible, as article 47 of French law no. 2005-102 of 11 February 2005 requires.

This statement applies to ${place.domain}. The French version is the one that binds.

## State of compliance

This site is **${states[place.accessibility.state]} compliant** with the RGAA, version 4.1.2. The statement was made on ${day(place.accessibility.declaredOn)}.

## Results of the tests

Each page and each of its states (empty, in error, waiting, offline) passes automatic checks at each version: WCAG 2.2 level AA, 320 pixels wide, text at 200%, keyboard only, visible focus, size of targets. They do not replace a human audit, which remains to be done with screen readers.

## Content that is not accessible

### Non-compliance

${listed(place.accessibility.nonConformities, 'None is known today.')}

### Exemptions

${listed(place.accessibility.derogations, 'None.')}

## Contact

If you cannot use something here, write to [${place.accessibility.contact}](mailto:${place.accessibility.contact}) or call ${place.contact.phone}. We will find another way for you, and mend it.

## Remedies

If our answer does not satisfy you, you can write to the Defender of Rights (Défenseur des droits) with [its form](https://formulaire.defenseurdesdroits.fr/), meet its delegate in your département, or write free of charge, without a stamp, to: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.`,
};
const terms: LegalPage = {
  title: 'Legal notice',
  description: 'Publisher, hosting, rules of use of the service and remedies.',
  body: (place) => `${invented(place)}## Publisher

${place.name}, ${place.contact.postalAddress}. Telephone: ${place.contact.phone}. Email: [${place.contact.email}](mailto:${place.contact.email}). The president of ${place.name} is in charge of publication.

## Hosting

Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg. Data are kept in the Paris region.

## What this service is

This is the online service by which anybody may turn to ${place.name} electronically (article L112-9 of the French code of relations between the public and the administration). Each request is registered, acknowledged and handled. You may also write, call, or come to the front desk.

## Time limits and appeals

The limits that apply to a request stand in its acknowledgement and on its tracking page. A decision can be contested within two months by writing to ${place.name}, or before the ${place.court.name}, ${place.court.address}, also on [www.telerecours.fr](https://www.telerecours.fr/). The [Defender of Rights](https://www.defenseurdesdroits.fr/) can be called on free of charge.

## Software

This site runs Parvis, free software under the European Union Public Licence (EUPL) 1.2. The French version of this page is the one that binds.`,
};
const privacy: LegalPage = {
  title: 'Personal data',
  description: 'What we do with the information you give us, for how long, and your rights.',
  body: (place) => `${invented(place)}## In short

- Your answers serve to handle your request, and nothing else.
- Only the staff in charge of your request read them, and each reading is written in a journal.
- No trackers, no advertising: this site sets no cookie until you sign in.

## Who is responsible

${place.name}, ${place.contact.postalAddress}. The data protection officer can be reached at [${place.contact.email}](mailto:${place.contact.email}).

## Why, and on what basis

Receiving and answering your requests is a task carried out in the public interest (article 6.1.e of the GDPR). A program suggests the department in charge; decisions are always made by people.

## What stays on your device

Drafts for 30 days at most, until you send them; the number and code of the request you follow, until you close the tab; pages already read, without personal data. On a shared device, erase your draft before leaving.

## How long we keep it

As long as your request is being handled, then as long as the rules of public archives say. Files of a form that is not sent are erased after one day.

## Your rights

You may ask to see your data, to have them corrected, to limit or to oppose their use: write to [${place.contact.email}](mailto:${place.contact.email}), and we answer within a month. You may also turn to the [CNIL](https://www.cnil.fr/en/home). The French version of this page is the one that binds.`,
};
export const legal: typeof French = { accessibility, terms, privacy };
