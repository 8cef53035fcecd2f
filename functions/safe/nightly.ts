import { type Account, writeTo } from '../accounts/account.ts';
import { addDays } from '../deadlines/day.ts';
import { inEnglish, withBelow } from '../letters/in-english.ts';
import { mailHtml } from '../letters/mail-html.ts';
import { closesOn, seasonOf } from '../procedures/periods.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import { deleteForEver } from './delete-for-ever.ts';
import { warningMail as english } from './messages/en.ts';
import { kindNames, otherKind, warningMail } from './messages/fr.ts';
import type { Warning } from './needed-api.ts';
import type { SafeDocument } from './safe-document.ts';
import { warningsFor } from './warnings.ts';

type Wish = { account: string; byMail: boolean; warned: string[] };
export type NightlyDeps = {
  toEmpty(day: string): Promise<SafeDocument[]>;
  forget(document: SafeDocument): Promise<void>;
  removeObject(key: string): Promise<void>;
  wishes(after?: string): Promise<{ wishes: Wish[]; next: string | undefined }>;
  saveWish(wish: Wish): Promise<void>;
  documents(account: string): Promise<SafeDocument[]>;
  seasonal(): Promise<readonly Procedure[]>;
  hasChildren(account: string): Promise<boolean>;
  account(id: string): Promise<Account | null>;
  authority(): Promise<Pick<Authority, 'name' | 'mail' | 'colours'>>;
  send(mail: {
    from: { name: string; address: string };
    to: string;
    subject: string;
    text: string;
    html: string;
    about: string;
  }): Promise<void>;
  publicUrl: string;
};
/** A night may have been missed: the days before are looked at as well. */
const nightsBack = 7;

/** Empties the bin of what has lain there thirty days. */
export async function emptyBins(deps: NightlyDeps, today: string): Promise<number> {
  let count = 0;
  for (let back = nightsBack; back >= 0; back--) {
    const day = addDays(today, -back);
    for (let page = await deps.toEmpty(day); page.length > 0; page = await deps.toEmpty(day)) {
      for (const document of page) await deleteForEver(deps, document);
      count += page.length;
    }
  }
  return count;
}

/** A season is one warning from its announcement to its last day, whatever day it is looked at. */
const keyOf =
  (seasonal: readonly Procedure[]) =>
  ({ kind, document, procedure, label, on }: Warning): string => {
    const season = seasonal.find(({ id }) => id === procedure?.id);
    const until = season ? closesOn(seasonOf(season), on) : on;
    return [kind, procedure ? `${procedure.id} ${label}` : (document?.id ?? ''), until].join('|');
  };
const inWords = ({ kind, document, label, on, procedure }: Warning) => ({
  ...{ kind, on, title: procedure?.title ?? '' },
  what: label || (document && kindNames[document.type]) || otherKind,
});

/** One mail to each who wants it, of what they were not warned of before. */
export async function warnByMail(deps: NightlyDeps, today: string): Promise<number> {
  const seasonal = await deps.seasonal();
  let sent = 0;
  let after: string | undefined;
  do {
    const { wishes, next } = await deps.wishes(after);
    for (const wish of wishes) if (await warnOne(deps, wish, seasonal, today)) sent += 1;
    after = next;
  } while (after);
  return sent;
}

async function warnOne(deps: NightlyDeps, wish: Wish, seasonal: readonly Procedure[], today: string) {
  const { account: id } = wish;
  const key = keyOf(seasonal);
  const [documents, hasChildren] = await Promise.all([deps.documents(id), deps.hasChildren(id)]);
  const news = warningsFor(documents, seasonal, hasChildren, today).filter(
    (one) => !wish.warned.includes(key(one)),
  );
  const account = news.length > 0 ? await deps.account(id) : null;
  const to = account && writeTo(account);
  if (!to) return false;
  const office = await deps.authority();
  const url = `${deps.publicUrl}/mon-espace/coffre`;
  const { subject, open, foot } = warningMail;
  const text = warningMail.text({
    ...{ name: account.givenName || null, lines: news.map(inWords), authority: office.name, url },
  });
  const below = inEnglish(deps.publicUrl, url, english);
  // Noted first: a mail that is lost is shown on the page all the same, one sent each night would be turned off.
  await deps.saveWish({ ...wish, warned: [...wish.warned, ...news.map(key)] });
  await deps.send({
    ...{ subject, text: withBelow(text, below), to, about: 'safe-warning' },
    from: { name: office.name, address: office.mail.from },
    html: mailHtml({
      ...{ title: subject, text, trackingUrl: url, track: open, footer: [foot], below },
      ...{ authority: office.name, colours: office.colours },
    }),
  });
  return true;
}
