import { type Account, writeTo } from '../accounts/account.ts';
import { inEnglish, withBelow } from '../letters/in-english.ts';
import { mailHtml } from '../letters/mail-html.ts';
import type { Authority } from '../settings/authority.ts';
import type { Household } from './household.ts';
import { parentMail as english } from './messages/en.ts';
import { parentMail } from './messages/fr.ts';

export type About = 'joined' | 'changed' | 'ended' | 'lodged';
type Office = Pick<Authority, 'name' | 'mail' | 'colours'>;
export type TellDeps = {
  account(id: string): Promise<Account | null>;
  household(account: string): Promise<Pick<Household, 'members'>>;
  authority(): Promise<Office>;
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

/** The mail says that something is there to be seen, never what it is nor of whom: it may be read over a shoulder. */
export function parentMailOf(about: About, name: string | null, office: Office, publicUrl: string) {
  const url = `${publicUrl}/mon-espace/foyer`;
  const { subject, text: words } = parentMail[about];
  const text = words({ name: name || null, authority: office.name, url });
  const below = inEnglish(publicUrl, url, english[about]);
  const html = mailHtml({
    ...{ title: subject, text, trackingUrl: url, track: parentMail.open, footer: [parentMail.foot], below },
    ...{ authority: office.name, colours: office.colours },
  });
  return { subject, text: withBelow(text, below), html, about: `child-${about}` };
}

/** Tells the account itself, when it has an address; whoever has none sees it on the page. */
export const tellParent =
  (deps: TellDeps) =>
  async (accountId: string, about: About): Promise<void> => {
    const account = await deps.account(accountId);
    const to = account && writeTo(account);
    if (!to) return;
    const office = await deps.authority();
    const mail = parentMailOf(about, account.givenName, office, deps.publicUrl);
    await deps.send({ ...mail, from: { name: office.name, address: office.mail.from }, to });
  };

/** A form was lodged about a child: its other parent is told when both keep the child together, and nobody otherwise. */
export const tellOfLodging =
  (deps: TellDeps) =>
  async ({ account, member }: { account: string; member?: string | undefined }): Promise<void> => {
    if (!member) return;
    const { members } = await deps.household(account);
    const shared = members.find(({ id }) => id === member)?.shared;
    if (shared) await tellParent(deps)(shared.account, 'lodged');
  };
