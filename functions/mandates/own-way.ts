import type { Account } from '../accounts/account.ts';
import type { Person, Source } from '../citizens/person.ts';
import { mobileOf } from '../delivery/phone.ts';
import { Refusal } from '../shared/refusal.ts';
import type { OwnWay } from './mandate.ts';

/** A way to reach somebody, how well it is known to be theirs, and who said it (citizen | agent:<login> | auto). */
export type KnownWay = OwnWay & { source: Source; by: string };
/** What leads to the helper: addresses and numbers of theirs, and what they write under when they type something. */
export type HelperReach = { addresses: readonly string[]; by: string };

const proved: readonly Source[] = ['checked', 'certified'];
const byAccount = 'citizen';

/** Every way that the account and the sheets of the register know. */
export const waysOf = (account: Account | null, sheets: readonly Person[]): KnownWay[] => {
  const way = (
    kind: OwnWay['kind'],
    to: string | null | undefined,
    source: Source,
    by: string,
  ): KnownWay[] => (to ? [{ kind, to, source, by }] : []);
  const own = account
    ? [
        ...way('mail', account.email, 'checked', byAccount),
        ...way('text', mobileOf(account.phone), account.phoneProvenAt ? 'checked' : 'declared', byAccount),
        ...way('letter', linesOf(account), 'declared', byAccount),
        ...way('mail', account.contactEmail, 'declared', byAccount),
      ]
    : [];
  const registered = sheets.flatMap(({ identifiers, addresses }) => [
    ...identifiers.flatMap(({ kind, value, source, by }) => [
      ...way('mail', kind === 'email' ? value : null, source, by),
      ...way('text', kind === 'phone' ? mobileOf(value) : null, source, by),
    ]),
    ...addresses.flatMap(({ value, source, by }) => way('letter', value, source, by)),
  ]);
  return [...own, ...registered];
};
const linesOf = ({ address }: Account): string | null =>
  address && [...address.lines, `${address.postalCode} ${address.city}`].join('\n');

/**
 * How the person is told of a mandate: by what they proved to be theirs, else by post, else by what somebody other than the
 * helper wrote down. Nothing that leads to the helper, nothing that the helper typed. Refuses `no-own-channel`.
 */
export const ownWayOf = (known: readonly KnownWay[], helper: HelperReach): OwnWay => {
  const isTheirs = ({ kind, to }: KnownWay) => kind !== 'letter' && helper.addresses.includes(to);
  const free = known.filter((one) => !isTheirs(one));
  const isProved = ({ source }: KnownWay) => proved.includes(source);
  const found =
    free.find((one) => one.kind === 'mail' && isProved(one)) ??
    free.find((one) => one.kind === 'text' && isProved(one)) ??
    // The house stands where it stands, whoever wrote it down; what others wrote goes first.
    free.find((one) => one.kind === 'letter' && one.by !== helper.by) ??
    free.find((one) => one.kind === 'letter') ??
    free.find((one) => one.by !== helper.by);
  if (!found) throw new Refusal('no-own-channel');
  return { kind: found.kind, to: found.to };
};

/** Whether what was chosen leads to the helper after all, now that it is known who they are. */
export const leadsTo = ({ kind, to }: OwnWay, addresses: readonly string[]): boolean =>
  kind !== 'letter' && addresses.includes(to);
/** Addresses and numbers of an account, as `ownWayOf` compares them. */
export const addressesOf = ({ email, contactEmail, phone }: Account): string[] =>
  [email, contactEmail ?? null, mobileOf(phone)].flatMap((each) => each ?? []);
