import { inEnglish, withBelow } from '../letters/in-english.ts';
import { mailHtml } from '../letters/mail-html.ts';
import type { Authority } from '../settings/authority.ts';
import { toGsm } from '../sms/parts.ts';
import type { Alert } from './alert.ts';
import { managePage, oneClickUrl, type Sign, secretOf } from './link.ts';
import * as english from './messages/en.ts';
import { alerts, confirmation, digest, footer } from './messages/fr.ts';
import type { Subscriber } from './subscriber.ts';

export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  from: { name: string; address: string };
  replyTo: string;
  headers: { name: string; value: string }[];
};
/** Tag of our mails, by which a bounce is known to be of a subscription and not of a request. */
export const mailPrefix = 'alerte-';
export type World = { authority: Authority; publicUrl: string; sign: Sign };
type To = Pick<Subscriber, 'id' | 'address'>;

export const linkOf = ({ publicUrl, sign }: World, { id }: Pick<To, 'id'>): string =>
  managePage(publicUrl, secretOf(id, 'manage', sign));

/** A mailbox shows its own button beside our name, which ends it without opening anything (RFC 8058 and 2369). */
const oneClick = ({ publicUrl, sign, authority }: World, { id }: Pick<To, 'id'>) => [
  {
    name: 'List-Unsubscribe',
    value: `<${oneClickUrl(publicUrl, secretOf(id, 'stop', sign))}>`,
  },
  { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  { name: 'List-Id', value: `<abonnements.${authority.domain}>` },
];

type Words = {
  subject: string;
  text: string;
  link: string;
  track: string;
  more: readonly string[];
  inShort: (url: string) => string;
};
const letter = (world: World, to: To, words: Words): Letter => {
  const { authority } = world;
  const { subject, text, link, track } = words;
  const below = inEnglish(world.publicUrl, link, words.inShort);
  const under = [...words.more, ...(authority.demonstration ? [footer.demonstration] : [])];
  return {
    ...{ to: to.address, subject },
    text: [withBelow(text, below), '', '-- ', authority.name, ...under].join('\n'),
    html: mailHtml({
      ...{ title: subject, text, trackingUrl: link, track, footer: under, below },
      ...{ authority: authority.name, colours: authority.colours },
    }),
    from: { name: authority.name, address: authority.mail.from },
    replyTo: authority.contact.email,
    headers: [],
  };
};

/** Whoever typed the address may not be who reads it: this mail asks, and says what happens when nothing is done. */
export const askLetter = (world: World, to: To, themes: readonly string[]): Letter => {
  const link = linkOf(world, to);
  const { name } = world.authority;
  return letter(world, to, {
    subject: confirmation.subject(name),
    text: confirmation.text(name, themes, link),
    ...{ link, track: confirmation.track, more: [] },
    inShort: (url) => english.confirmation.text(name, url),
  });
};
export const askText = (world: World, to: To): string =>
  toGsm(`${confirmation.sms(world.authority.shortName, linkOf(world, to))} ${english.confirmation.sms}`);

const shortNews =
  ({ authority }: World) =>
  (url: string): string =>
    english.news(authority.name, url);
type News = Pick<Alert, 'title' | 'text' | 'sms' | 'isUrgent'>;
export const subjectOf = ({ title, isUrgent }: News): string =>
  isUrgent ? `${alerts.urgent} : ${title}` : title;
export const alertLetter = (world: World, to: To, alert: News, theme: string): Letter => {
  const link = linkOf(world, to);
  const text = [alerts.about(theme), alert.text].join('\n\n');
  const words = { subject: subjectOf(alert), text, link, track: alerts.track, inShort: shortNews(world) };
  return {
    ...letter(world, to, { ...words, more: [footer.why, alerts.stop(link)] }),
    headers: oneClick(world, to),
  };
};
export const alertText = (world: World, to: To, { sms }: News): string =>
  toGsm(alerts.sms(sms, linkOf(world, to)));

/** The agent who writes it reads it as everybody will, without a link that ends anything. */
export const trialLetter = (world: World, address: string, alert: News, theme: string): Letter => {
  const text = [alerts.about(theme), alert.text].join('\n\n');
  const words = { subject: `${alerts.trial} - ${subjectOf(alert)}`, text, track: alerts.track };
  return letter(
    world,
    { id: '', address },
    { ...words, link: managePage(world.publicUrl, ''), more: [footer.why], inShort: shortNews(world) },
  );
};

export const digestLetter = (world: World, to: To, kept: readonly News[]): Letter => {
  const link = linkOf(world, to);
  const text = [digest.opening, ...kept.map(({ title, text: said }) => `## ${title}\n\n${said}`)].join(
    '\n\n',
  );
  const subject = digest.subject(world.authority.name);
  const words = { subject, text, link, track: alerts.track, inShort: shortNews(world) };
  return {
    ...letter(world, to, { ...words, more: [footer.why, alerts.stop(link)] }),
    headers: oneClick(world, to),
  };
};
/** As many titles as two parts hold. */
const longest = 180;
export const digestText = (world: World, to: To, kept: readonly News[]): string => {
  const titles = kept.map(({ title }) => title).join(', ');
  const short = titles.length > longest ? `${titles.slice(0, longest)}...` : titles;
  return toGsm(alerts.sms(digest.sms(kept.length, short), linkOf(world, to)));
};
