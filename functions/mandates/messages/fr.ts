import type { Scope } from '../../agents/caller.ts';
import { dayInWords } from '../../letters/messages/fr.ts';
import type { Mandate } from '../mandate.ts';

/** What is said of a mandate by mail, by text and by post. */
const scopes: Record<Scope, string> = {
  requests: 'les demandes (en faire, les suivre, y répondre)',
  documents: 'les documents du coffre-fort (les voir, en ajouter)',
  appointments: 'les rendez-vous (en prendre, les voir)',
  payments: 'les paiements (les voir, les régler)',
};
const who = ({ helper: { kind, name, organisation } }: Mandate): string => {
  if (kind === 'agent') return `${name}, agent de la collectivité`;
  return organisation ? `${name} (${organisation})` : name;
};
const list = ({ scope }: Mandate): string => scope.map((one) => `- ${scopes[one]}`).join('\n');
const consents: Record<Mandate['consent']['how'], string> = {
  account: 'Vous l’avez demandé depuis votre espace.',
  spoken: 'Vous l’avez demandé de vive voix à un agent.',
  signed: 'Vous avez signé cet accord devant un agent.',
};

type Words = { authority: string; phone: string; url: string; code: string };
export type Said = { subject: string; text: string };

/** To the person: who may act for them, in what, until when, and the one word that ends it. */
export const toldBegun = (mandate: Mandate, { authority, phone, url, code }: Words): Said => ({
  subject: `${mandate.helper.name} peut faire des démarches en votre nom`,
  text: [
    `Bonjour ${mandate.represented.name},`,
    `${who(mandate)} peut désormais agir en votre nom auprès de ${authority}, pour :`,
    list(mandate),
    `Cet accord vaut jusqu’au ${dayInWords(mandate.until)} inclus. ${consents[mandate.consent.how]}`,
    'Chaque action faite en votre nom porte le nom de cette personne. Vous pouvez toujours tout faire vous-même.',
    'Vous n’avez rien demandé, ou vous changez d’avis ? Vous pouvez y mettre fin tout de suite, sans donner de raison :',
    [
      `- sur ${url}, avec le code ${code} ;`,
      '- en répondant à ce message par un seul mot : RÉVOQUER ;',
      `- ou en appelant le ${phone}.`,
    ].join('\n'),
  ].join('\n\n'),
});
/** On paper nobody answers by a word. */
export const letterOf = ({ subject, text }: Said): Said => ({
  subject,
  text: text
    .split('\n')
    .filter((line) => !line.includes('répondant à ce message'))
    .join('\n'),
});
const ends: Partial<Record<Mandate['state'], string>> = {
  renounced: 'y a renoncé',
  declined: 'a refusé votre demande',
};
export const toldOver = (mandate: Mandate, { authority, phone }: Words): Said => {
  const why = ends[mandate.state];
  return {
    subject: `${mandate.helper.name} ne peut pas agir en votre nom`,
    text: [
      `Bonjour ${mandate.represented.name},`,
      why
        ? `${who(mandate)} ${why} : cette personne ne peut pas agir en votre nom auprès de ${authority}.`
        : `L’accord par lequel ${who(mandate)} pouvait agir en votre nom auprès de ${authority} est révoqué. Cette personne n’a plus accès à rien.`,
      'Ce qui a été fait avant reste fait, et porte son nom dans vos suivis.',
      `Une question ? Appelez le ${phone}.`,
    ].join('\n\n'),
  };
};
/** A reference and a word, never what it is about. Plain letters. */
export const textBegun = (mandate: Mandate, { url, code }: Words): string =>
  `${mandate.helper.name} peut faire des demarches en votre nom jusqu'au ${mandate.until.split('-').reverse().join('/')}. Pas d'accord ? ${url} code ${code}, ou repondez REVOQUER.`;
export const textOver = (mandate: Mandate, { authority }: Words): string =>
  `${mandate.helper.name} ne peut pas agir en votre nom aupres de ${authority}.`;

/** To the helper. */
export const toHelper = {
  offered: (mandate: Mandate, { authority }: Words): Said => ({
    subject: `${mandate.represented.name} vous demande d’agir en son nom`,
    text: [
      `Bonjour ${mandate.helper.name},`,
      `${mandate.represented.name} souhaite que vous puissiez agir en son nom auprès de ${authority}, jusqu’au ${dayInWords(mandate.until)} inclus, pour :`,
      list(mandate),
      'Ouvrez le lien de ce message, connectez-vous à votre propre espace, puis acceptez ou refusez. Le lien est valable quatorze jours : ne le transmettez à personne.',
      'Vous ne connaissez pas cette personne ? Ignorez ce message : rien ne commence sans votre accord.',
    ].join('\n\n'),
  }),
  begun: (mandate: Mandate, { authority }: Words): Said => ({
    subject: `Vous pouvez agir au nom de ${mandate.represented.name}`,
    text: [
      `Bonjour ${mandate.helper.name},`,
      `Vous pouvez agir au nom de ${mandate.represented.name} auprès de ${authority}, jusqu’au ${dayInWords(mandate.until)} inclus, pour :`,
      list(mandate),
      'Dans votre espace, choisissez « Mandats », puis « Agir en son nom ». Tout ce que vous ferez ainsi portera votre nom. La personne en est informée et peut y mettre fin à tout moment.',
    ].join('\n\n'),
  }),
  over: (mandate: Mandate, { authority }: Words): Said => ({
    subject: `Vous n’agissez plus au nom de ${mandate.represented.name}`,
    text: [
      `Bonjour ${mandate.helper.name},`,
      `Votre mandat pour ${mandate.represented.name} auprès de ${authority} a pris fin. Vous n’avez plus accès à ses démarches.`,
    ].join('\n\n'),
  }),
};
export const mandateMail = {
  end: 'Mettre fin à ce mandat',
  open: 'Voir cette demande',
  space: 'Ouvrir mes mandats',
  automatic: 'Ce message est envoyé automatiquement.',
  demonstration: 'Collectivité fictive : ce message est une démonstration.',
  reference: (id: string) => `MANDAT-${id.slice(0, 8).toUpperCase()}`,
};
