import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { openedBy, type Sign, subscriberId } from './link.ts';
import type * as api from './public-api.ts';
import type { SubscriptionSettings } from './settings.ts';
import {
  addressOf,
  ask,
  type Choice,
  choose,
  confirm,
  end,
  masked,
  newSubscriber,
  type Subscriber,
} from './subscriber.ts';
import type { SubscriberTable } from './subscriber-table.adapter.ts';

export type PublicDeps = {
  settings(): Promise<SubscriptionSettings>;
  communes(): Promise<readonly string[]>;
  subscribers: Pick<SubscriberTable, 'read' | 'save'>;
  sign(): Promise<Sign>;
  countCall(address: string, kind: string): Promise<number>;
  now(): string;
};
type Who = { address: string };

/** In ten minutes: of one network address, for whatever mailbox; and for one mailbox, from wherever. */
const most = { ofCaller: 30, forAddress: 3 };

const checked = async (deps: PublicDeps, choice: Choice, least: number): Promise<Choice> => {
  const [{ themes }, communes] = await Promise.all([deps.settings(), deps.communes()]);
  const known = new Set(themes.map(({ code }) => code));
  const wanted = [...new Set(choice.themes)];
  if (wanted.length < least || wanted.some((code) => !known.has(code)))
    throw new Refusal('invalid-input', [{ field: 'themes', code: 'required' }]);
  if (choice.communes.some((code) => !communes.includes(code)))
    throw new Refusal('invalid-input', [{ field: 'communes', code: 'invalid' }]);
  return { themes: wanted, communes: [...new Set(choice.communes)] };
};

/** Asks the address itself. The answer never says whether it is known here, nor whether it was asked too often. */
export const askSubscription =
  (deps: PublicDeps) =>
  async (
    { body }: InputOf<typeof api.askSubscription>,
    { address: network }: Who,
  ): Promise<ReplyOf<typeof api.askSubscription>> => {
    const address = addressOf(body.channel, body.address);
    if (!address)
      throw new Refusal('invalid-input', [
        { field: 'address', code: body.channel === 'sms' ? 'not-mobile' : 'invalid' },
      ]);
    const choice = await checked(deps, body, 1);
    if ((await deps.countCall(network, 'subscribe')) > most.ofCaller) throw new Refusal('too-many-requests');
    const id = subscriberId(body.channel, address, await deps.sign());
    const now = deps.now();
    if ((await deps.countCall(id, 'asked')) > most.forAddress) return { now };
    const before = await deps.subscribers.read(id);
    const after = ask(before ?? newSubscriber(id, body.channel, address), choice, now);
    await deps.subscribers.save(before, after, 'asked');
    return { now };
  };

type Secret = { headers: { 'x-subscription-secret': string } };
const opened = async (deps: PublicDeps, { headers }: Secret): Promise<Subscriber> => {
  const id = openedBy(headers['x-subscription-secret'], 'manage', await deps.sign());
  const found = id ? await deps.subscribers.read(id) : null;
  if (!found) throw new Refusal('not-found');
  return found;
};
const view = (deps: PublicDeps, one: Subscriber): ReplyOf<typeof api.readSubscription> => ({
  channel: one.channel,
  address: masked(one),
  choice: one.choice,
  asked: one.asked,
  hasEnded: one.ended !== null && one.choice === null,
  now: deps.now(),
});
export const readSubscription = (deps: PublicDeps) => async (input: Secret) =>
  view(deps, await opened(deps, input));
export const confirmSubscription = (deps: PublicDeps) => async (input: Secret) => {
  const before = await opened(deps, input);
  const after = confirm(before, deps.now());
  await deps.subscribers.save(before, after);
  return view(deps, after);
};
export const changeSubscription =
  (deps: PublicDeps) => async (input: InputOf<typeof api.changeSubscription>) => {
    const before = await opened(deps, input);
    const after = choose(before, await checked(deps, input.body, 0), deps.now());
    await deps.subscribers.save(before, after);
    return view(deps, after);
  };

type StopDeps = Pick<PublicDeps, 'sign' | 'now'> & { subscribers: Pick<SubscriberTable, 'read' | 'save'> };
/** Ends it, whoever calls: the token proves it was in a mail to that address. False for one that was not made here. */
export const stopByToken =
  (deps: StopDeps) =>
  async (token: string): Promise<boolean> => {
    const id = openedBy(token, 'stop', await deps.sign());
    const before = id ? await deps.subscribers.read(id) : null;
    if (!before) return id !== null;
    await deps.subscribers.save(before, end(before, 'one-click', deps.now()));
    return true;
  };
