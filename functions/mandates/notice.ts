import type { Account } from '../accounts/account.ts';
import type { ToldTable } from '../appointments/told-table.adapter.ts';
import type { Person } from '../citizens/person.ts';
import type { Mail } from '../delivery/mail.adapter.ts';
import type { Sent } from '../delivery/send.ts';
import { addressLines } from '../letters/address-lines.ts';
import { inEnglish, withBelow } from '../letters/in-english.ts';
import type { LetterGiven } from '../letters/letter.ts';
import { mailHtml } from '../letters/mail-html.ts';
import type { Authority } from '../settings/authority.ts';
import { toGsm } from '../sms/parts.ts';
import { senderName } from '../sms/sender.ts';
import type { TextTable } from '../sms/text-table.adapter.ts';
import { endCode, type Sign } from './code.ts';
import type { Mandate, OwnWay } from './mandate.ts';
import type { MandateChange, MandateTable } from './mandate-table.adapter.ts';
import * as english from './messages/en.ts';
import * as words from './messages/fr.ts';

export type TellDeps = {
  mandates: Pick<MandateTable, 'read' | 'save'>;
  told: Pick<ToldTable, 'claim' | 'done'>;
  account(id: string): Promise<Account | null>;
  sheets(person: string): Promise<Person[]>;
  authority(): Promise<Authority>;
  sign(): Promise<Sign>;
  mail(mail: Mail): Promise<Sent>;
  text(text: { to: string; text: string; sender: string }): Promise<Sent>;
  /** So that what its carrier says of it later is known to be about this. */
  keepSent: TextTable['keepSent'];
  isSuppressed(address: string): Promise<boolean>;
  isOptedOut(number: string): Promise<boolean>;
  /** Draws a letter and keeps it under this key of the documents bucket. */
  write(key: string, letter: LetterGiven, about: Record<string, string>): Promise<void>;
  dayIn(zone: string, instant: string): string;
  now(): string;
  publicUrl: string;
};
export type Context = {
  deps: TellDeps;
  authority: Authority;
  sign: Sign;
  mandate: Mandate;
  change: MandateChange;
};

/** What SES says of such a mail comes back under this (returned.ts). */
export const mailPrefix = 'mandat-';

export const mailOf = (
  { deps, authority, mandate, change }: Context,
  to: string,
  said: words.Said,
  link: { url: string; label: string },
  inShort: (url: string) => string,
): Mail => {
  const { automatic, demonstration } = words.mandateMail;
  const footer = [automatic, ...(authority.demonstration ? [demonstration] : [])];
  const { subject, text } = said;
  const below = inEnglish(deps.publicUrl, link.url, inShort);
  return {
    ...{ to, subject, from: { name: authority.name, address: authority.mail.from } },
    text: [withBelow(`${text}\n\n${link.label} : ${link.url}`, below), '-- ', authority.name, ...footer].join(
      '\n\n',
    ),
    html: mailHtml({
      ...{ title: subject, text, footer, trackingUrl: link.url, track: link.label, below },
      ...{ authority: authority.name, colours: authority.colours },
    }),
    // One word sent back ends it (take-word.ts).
    replyTo: authority.mail.inbound[0] ?? authority.mail.from,
    ...{ reference: `${mailPrefix}${mandate.id}`, messageId: `${change}-${deps.now().slice(0, 10)}` },
    ...{ automatic: 'generated', headers: [], availableOn: undefined, attachments: [] },
  };
};
export const wordsFor = ({ deps, authority, sign, mandate }: Context) => ({
  ...{ authority: authority.name, phone: authority.contact.phone },
  ...{ url: `${deps.publicUrl}/mandat`, code: endCode(mandate.id, sign) },
});

/** Tells the person by one way. False when that way leads nowhere. */
export const tellBy = async (context: Context, way: OwnWay): Promise<boolean> => {
  const { deps, authority, mandate, change } = context;
  const given = wordsFor(context);
  const isBegun = change === 'begun';
  const said = isBegun ? words.toldBegun(mandate, given) : words.toldOver(mandate, given);
  if (way.kind === 'letter') {
    await post(context, way.to, words.letterOf(said));
    return true;
  }
  if (way.kind === 'text') {
    if (await deps.isOptedOut(way.to)) return false;
    const text = isBegun ? words.textBegun(mandate, given) : words.textOver(mandate, given);
    const again = isBegun ? english.textBegun : english.textOver;
    const sent = await deps.text({
      to: way.to,
      text: toGsm(`${text} ${again}`),
      sender: senderName(authority),
    });
    if ('refused' in sent) return false;
    const carried = { reference: `${mailPrefix}${mandate.id}`, messageId: change, isNotice: true } as const;
    await deps.keepSent(way.to, sent.providerId, { ...carried, at: deps.now() });
    return true;
  }
  if (await deps.isSuppressed(way.to)) return false;
  const { end, space } = words.mandateMail;
  const link = isBegun
    ? { url: `${given.url}#${given.code}`, label: end }
    : { url: `${deps.publicUrl}/mon-espace/mandats`, label: space };
  const inShort = (url: string) =>
    (isBegun ? english.toldBegun : english.toldOver)(mandate, { ...given, url });
  return !('refused' in (await deps.mail(mailOf(context, way.to, said, link, inShort))));
};

/** A letter that waits for the printer: asked again it is the same object. */
const post = async ({ deps, authority, mandate, change }: Context, to: string, said: words.Said) => {
  const about = change === 'over' ? 'over' : 'begun';
  const key = `letters/mandats/${mandate.id}-${about}.pdf`;
  const reference = words.mandateMail.reference(mandate.id);
  const recipient = addressLines(mandate.represented.name, to).lines;
  const day = deps.dayIn(authority.timeZone, deps.now());
  await deps.write(
    key,
    { authority, reference, ...said, recipient, day, enclosures: [] },
    { reference, message: about, to: recipient.join(', '), subject: said.subject },
  );
  const now = await deps.mandates.read(mandate.id);
  if (!now || now.letters.some((one) => one.key === key)) return;
  const letters = [...now.letters, { key, about, postedAt: null } as const];
  await deps.mandates.save(now, { ...now, letters, version: now.version + 1 });
};
