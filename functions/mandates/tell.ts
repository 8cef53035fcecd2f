import type { Account } from '../accounts/account.ts';
import type { ToldTable } from '../appointments/told-table.adapter.ts';
import type { Person } from '../citizens/person.ts';
import type { Mail } from '../delivery/mail.adapter.ts';
import type { Sent } from '../delivery/send.ts';
import { addressLines } from '../letters/address-lines.ts';
import type { LetterGiven } from '../letters/letter.ts';
import { mailHtml } from '../letters/mail-html.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import { toGsm } from '../sms/parts.ts';
import { senderName } from '../sms/sender.ts';
import { endCode, offerSecret, type Sign, wayHash } from './code.ts';
import { type Mandate, type OwnWay, over } from './mandate.ts';
import type { MandateChange, MandateTable } from './mandate-table.adapter.ts';
import * as words from './messages/fr.ts';
import { addressesOf, ownWayOf, waysOf } from './own-way.ts';

export type TellDeps = {
  mandates: Pick<MandateTable, 'read' | 'save'>;
  told: Pick<ToldTable, 'claim' | 'done'>;
  account(id: string): Promise<Account | null>;
  sheets(person: string): Promise<Person[]>;
  authority(): Promise<Authority>;
  sign(): Promise<Sign>;
  mail(mail: Mail): Promise<Sent>;
  text(text: { to: string; text: string; sender: string }): Promise<Sent>;
  isSuppressed(address: string): Promise<boolean>;
  isOptedOut(number: string): Promise<boolean>;
  /** Draws a letter and keeps it under this key of the documents bucket. */
  write(key: string, letter: LetterGiven, about: Record<string, string>): Promise<void>;
  dayIn(zone: string, instant: string): string;
  now(): string;
  publicUrl: string;
};
type Context = { deps: TellDeps; authority: Authority; sign: Sign; mandate: Mandate; change: MandateChange };

const mailOf = (
  { deps, authority, mandate, change }: Context,
  to: string,
  said: words.Said,
  link: { url: string; label: string },
): Mail => {
  const { automatic, demonstration } = words.mandateMail;
  const footer = [automatic, ...(authority.demonstration ? [demonstration] : [])];
  const { subject, text } = said;
  return {
    ...{ to, subject, from: { name: authority.name, address: authority.mail.from } },
    text: [text, `${link.label} : ${link.url}`, '-- ', authority.name, ...footer].join('\n\n'),
    html: mailHtml({
      ...{ title: subject, text, footer, trackingUrl: link.url, track: link.label },
      ...{ authority: authority.name, colours: authority.colours },
    }),
    // One word sent back ends it (take-word.ts).
    replyTo: authority.mail.inbound[0] ?? authority.mail.from,
    ...{ reference: `mandat-${mandate.id}`, messageId: `${change}-${deps.now().slice(0, 10)}` },
    ...{ automatic: 'generated', headers: [], availableOn: undefined, attachments: [] },
  };
};
const wordsFor = ({ deps, authority, sign, mandate }: Context) => ({
  ...{ authority: authority.name, phone: authority.contact.phone },
  ...{ url: `${deps.publicUrl}/mandat`, code: endCode(mandate.id, sign) },
});

/** Tells the person by one way. False when that way leads nowhere. */
const tellBy = async (context: Context, way: OwnWay): Promise<boolean> => {
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
    return !(
      'refused' in (await deps.text({ to: way.to, text: toGsm(text), sender: senderName(authority) }))
    );
  }
  if (await deps.isSuppressed(way.to)) return false;
  const { end, space } = words.mandateMail;
  const link = isBegun
    ? { url: `${given.url}#${given.code}`, label: end }
    : { url: `${deps.publicUrl}/mon-espace/mandats`, label: space };
  return !('refused' in (await deps.mail(mailOf(context, way.to, said, link))));
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

/** Nobody acts for somebody who cannot be told of it: where every way fails, it ends by itself. */
const tellPerson = async (context: Context): Promise<void> => {
  const { deps, mandate, sign, change } = context;
  if (await tellBy(context, mandate.way)) return;
  const { represented, helper } = mandate;
  const helping = helper.account ? await deps.account(helper.account) : null;
  const addresses = [...(helping ? addressesOf(helping) : []), helper.email ?? ''];
  let known = waysOf(await deps.account(represented.account), await deps.sheets(represented.person));
  let failed: OwnWay = mandate.way;
  for (;;) {
    known = known.filter(({ kind, to }) => kind !== failed.kind || to !== failed.to);
    const next = nextWay(known, { addresses, by: helper.account ?? '' });
    if (!next) break;
    if (await tellBy(context, next)) {
      const now = await deps.mandates.read(mandate.id);
      const after = now && { ...now, way: next, version: now.version + 1 };
      if (now && after) await deps.mandates.save(now, after, undefined, wayHash(next.to, sign));
      return;
    }
    failed = next;
  }
  const now = change === 'begun' ? await deps.mandates.read(mandate.id) : null;
  if (now) await deps.mandates.save(now, over(now, 'revoked', 'auto', deps.now()), 'over');
};
const nextWay = (...given: Parameters<typeof ownWayOf>): OwnWay | null => {
  try {
    return ownWayOf(...given);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

const tellHelper = async (context: Context): Promise<void> => {
  const { deps, mandate, sign, change } = context;
  const { email, account } = mandate.helper;
  const to = email ?? (account ? ((await deps.account(account))?.email ?? null) : null);
  if (!to || mandate.helper.kind === 'agent' || (await deps.isSuppressed(to))) return;
  // Whoever declined, or never answered, is not told of what did not begin.
  if (change === 'over' && !mandate.activeSince) return;
  const { open, space } = words.mandateMail;
  const url = `${deps.publicUrl}/mon-espace/mandats`;
  const link =
    change === 'offered'
      ? { url: `${url}#${offerSecret(mandate.id, sign)}`, label: open }
      : { url, label: space };
  await deps.mail(mailOf(context, to, words.toHelper[change](mandate, wordsFor(context)), link));
};

/** What changed is told to both, each once. An offer is told to the helper alone: nothing has begun. */
export const tellMandate =
  (deps: TellDeps) =>
  async ({
    mandateId: id,
    change,
    version,
  }: {
    mandateId: string;
    change: MandateChange;
    version: number;
  }) => {
    const mandate = await deps.mandates.read(id);
    if (!mandate || (change !== 'over' && mandate.over)) return;
    const context = { deps, mandate, change, authority: await deps.authority(), sign: await deps.sign() };
    const told = [
      ...(change === 'offered' ? [] : [['person', tellPerson] as const]),
      ['helper', tellHelper] as const,
    ];
    for (const [whom, tell] of told) {
      const name = `${change}-${version}-${whom}`;
      const lease = await deps.told.claim(id, name);
      if (!lease) continue;
      await tell(context);
      await deps.told.done(id, name, lease);
    }
  };
