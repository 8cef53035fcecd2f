import { addDays, type Day } from '../deadlines/day.ts';
import type { Proof } from './follow-events.ts';
import { requestKey, type Snapshot } from './items.ts';
import type { Command, Request } from './request.ts';

const said: readonly Proof[] = ['lodged', 'code'];

/** Followed already, or taken out of the list by its person: nobody but them puts it back. */
const joinsInVain = (
  { followers, unfollowed }: Request,
  { account, proof }: { account: string; proof: Proof },
): boolean =>
  followers.some((each) => each.account === account && (each.proof === proof || !said.includes(proof))) ||
  (unfollowed.includes(account) && !said.includes(proof));

/** Whether a line about followers or appeals would say what is said already. */
export const isFollowedInVain = (request: Request, command: Command): boolean => {
  switch (command.command) {
    case 'follower-joined':
      return joinsInVain(request, command);
    case 'follower-left':
      return !request.followers.some(({ account }) => account === command.account);
    case 'appeal-lodged':
      return request.appeals.some(({ reference }) => reference === command.appeal);
    default:
      return false;
  }
};

export const groups = ['your-turn', 'open', 'ended'] as const;
export type FollowGroup = (typeof groups)[number];
const ended: readonly Request['state'][] = ['delivered', 'closed', 'withdrawn', 'transferred'];

/** What a person has to do comes first, then what is under way, then what is over. */
export const groupOfFollowed = ({ state }: Pick<Request, 'state'>): FollowGroup =>
  state === 'waiting-citizen' ? 'your-turn' : ended.includes(state) ? 'ended' : 'open';

/** The most recent first, in an index that only counts upwards. */
const backwards = (day: Day): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)));
/** Where a request stands in the lists of those who follow it: by the day to act before, else the latest first. */
export const followSort = ({ request }: Pick<Snapshot, 'request'>): string => {
  const group = groupOfFollowed(request);
  const { reference, awaited, receivedOn, closedAt, answer } = request;
  const last = (closedAt ?? answer?.sentAt ?? receivedOn).slice(0, 10);
  const day = {
    'your-turn': awaited?.until ?? receivedOn,
    open: backwards(receivedOn),
    ended: backwards(last),
  };
  return `${groups.indexOf(group)}#${day[group]}#${reference}`;
};

export const followList = (account: string): string => `FOLLOW#${account}`;
/** One item for each account that follows, beside the request; without list keys once it does not. */
export type FollowItem = {
  pk: string;
  sk: `RECORD#FOLLOWER#${string}`;
  gsi1pk?: string;
  gsi1sk?: string;
  expiresAt?: number;
};
const keysOf = (snapshot: Snapshot | null): Map<string, string> =>
  new Map(
    (snapshot?.request.followers ?? []).map(({ account }) => [account, followSort(snapshot as Snapshot)]),
  );

/**
 * Items to write with a snapshot, so that a list of a person's requests reads its page and nothing else. Nothing is deleted
 * (functions that change requests only put items): what left a list keeps no key of it and expires.
 * @param now epoch seconds
 */
export const followItems = (before: Snapshot | null, next: Snapshot, now: number): FollowItem[] => {
  const [was, is] = [keysOf(before), keysOf(next)];
  const pk = requestKey(next.request.reference);
  const item = (account: string) => ({ pk, sk: `RECORD#FOLLOWER#${account}` }) as const;
  return [
    ...[...is].flatMap(([account, sort]) =>
      was.get(account) === sort ? [] : [{ ...item(account), gsi1pk: followList(account), gsi1sk: sort }],
    ),
    ...[...was.keys()].flatMap((account) => (is.has(account) ? [] : [{ ...item(account), expiresAt: now }])),
  ];
};

/** How long an answer may be rated, and the rating changed. */
export const ratedFor = 30;
export const rateUntil = (answeredOn: Day): Day => addDays(answeredOn, ratedFor);
