import { day } from './dates.ts';
import type { legal as French, LegalPage, Place } from './legal-fr.ts';

const invented = ({ demonstration, name }: Place) =>
  demonstration ? `**${name} n’existe pas. C’est un essai.**\n\n` : '';
const states = {
  totalement: 'Tout le monde peut utiliser ce site.',
  partiellement: 'Presque tout le monde peut utiliser ce site. Il reste des choses à corriger.',
  non: 'Certaines personnes ne peuvent pas utiliser ce site. Nous devons le corriger.',
};
const listed = (all: readonly { facile: string }[], none: string): string =>
  all.length === 0 ? none : all.map(({ facile }) => `- ${facile}`).join('\n');

const accessibility: LegalPage = {
  title: 'Accessibilité',
  description: 'Est-ce que tout le monde peut utiliser ce site ?',
  body: (place) => `${invented(place)}## Accessible, qu’est-ce que c’est ?

Un site accessible est un site que tout le monde peut utiliser. Par exemple, une personne qui ne voit pas. C’est la loi.

## Notre site

${states[place.accessibility.state]}

Nous avons écrit cette page le ${day(place.accessibility.declaredOn)}.

## Ce qui ne va pas encore

${listed(place.accessibility.nonConformities, 'Nous ne connaissons pas de problème.')}

## Ce que nous ne pouvons pas changer

${listed(place.accessibility.derogations, 'Rien.')}

## Vous avez un problème ?

Écrivez à [${place.accessibility.contact}](mailto:${place.accessibility.contact}). Ou appelez le ${place.contact.phone}. Nous vous aidons.

## Vous n’êtes pas content de la réponse ?

Le Défenseur des droits protège vos droits. C’est gratuit.

- Vous pouvez lui écrire [sur Internet](https://formulaire.defenseurdesdroits.fr/).
- Vous pouvez lui écrire une lettre, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.`,
};
const terms: LegalPage = {
  title: 'Qui fait ce site ?',
  description: 'Qui fait ce site, et ce que dit la loi.',
  body: (place) => `${invented(place)}## Qui fait ce site ?

${place.name}, ${place.contact.postalAddress}. Téléphone : ${place.contact.phone}. Mail : [${place.contact.email}](mailto:${place.contact.email}).

## Où est ce site ?

Les ordinateurs sont à Paris. Ils sont à Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg.

## À quoi sert ce site ?

Vous pouvez faire une demande ici. Vous pouvez aussi écrire une lettre, téléphoner ou venir.

## Vous n’êtes pas d’accord avec une réponse ?

Vous avez deux mois pour le dire. Vous pouvez écrire à ${place.name}. Vous pouvez aussi demander au juge : ${place.court.name}, ${place.court.address}.

Le [Défenseur des droits](https://www.defenseurdesdroits.fr/) peut vous aider. C’est gratuit.`,
};
const privacy: LegalPage = {
  title: 'Vos informations',
  description: 'Ce que nous faisons de vos informations.',
  body: (place) => `${invented(place)}## Ce que nous faisons

- Vos réponses servent à traiter votre demande. Elles ne servent à rien d’autre.
- Seules les personnes qui traitent votre demande les lisent.
- Il n’y a pas de publicité. Personne ne vous suit.

## Sur votre appareil

Vos brouillons restent 30 jours sur votre appareil. L’appareil n’est pas à vous ? Effacez le brouillon avant de partir.

## Combien de temps ?

Nous gardons vos informations le temps de répondre, puis le temps que dit la loi.

## Vos droits

Vous pouvez demander ce que nous savons de vous. Vous pouvez le faire corriger. Écrivez à [${place.contact.email}](mailto:${place.contact.email}). Nous répondons en un mois.

La réponse ne vous va pas ? Écrivez à la [CNIL](https://www.cnil.fr/fr/plaintes).`,
};
export const legal: typeof French = { accessibility, terms, privacy };
