import type { Caller } from '../agents/caller.ts';
import type { FollowDeps } from '../requests/follow.ts';
import { actorOf, held } from '../requests/held.ts';
import { messageItem, type Whole } from '../requests/items.ts';
import { canonical } from '../requests/journal.ts';
import type { SenderRecord } from '../requests/records.ts';
import type { Command } from '../requests/request.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { reachOf } from './channel.ts';
import { noted } from './left.ts';
import { mobileOf } from './phone.ts';
import type { chooseDelivery, readDelivery } from './public-api.ts';

type Deps = Pick<FollowDeps, 'authority' | 'load' | 'isCode' | 'append' | 'now' | 'hash'>;

const hidden = (text: string): string => `${text.slice(0, 1)}•••${text.slice(-2)}`;
const shown = ({ request, sender }: Pick<Whole, 'request' | 'sender'>): ReplyOf<typeof readDelivery> => {
  const { email, phone, address } = sender;
  const [local = '', domain = ''] = (email ?? '').split('@');
  return {
    prefers: sender.prefers ?? 'email',
    portalConsent: request.portalConsent,
    email: email && `${hidden(local)}@${domain}`,
    phone: phone && hidden(phone),
    address: address && (address.split('\n').at(-1) ?? ''),
  };
};

export const read =
  (deps: Deps) =>
  async (input: InputOf<typeof readDelivery>, caller?: Caller): Promise<ReplyOf<typeof readDelivery>> =>
    shown(await held(deps, input, caller));

type Wish = InputOf<typeof chooseDelivery>['body'];
/** A way that leads nowhere is no choice: the field that is missing is named. */
const chosen = (before: SenderRecord, { consent: _consent, ...wish }: Wish): SenderRecord => {
  const after: SenderRecord = { ...before, ...wish };
  const reach = reachOf(after);
  const missing = (field: string) => new Refusal('invalid-input', [{ field, code: 'required' }]);
  if (wish.phone !== undefined && !mobileOf(wish.phone))
    throw new Refusal('invalid-input', [{ field: 'phone', code: 'invalid' }]);
  if (wish.prefers === 'sms' && !reach.phone) throw missing('phone');
  if (wish.prefers === 'letter' && !reach.address) throw missing('address');
  if (wish.prefers === 'email' && !reach.email) throw missing('email');
  if (wish.prefers === 'portal' && !reach.email && !reach.phone) throw missing('email');
  return after;
};

/** The person chooses; what waits unread in a portal they no longer want leaves by the way they want now. */
export const choose =
  (deps: Deps) =>
  async (input: InputOf<typeof chooseDelivery>, caller?: Caller): Promise<ReplyOf<typeof readDelivery>> => {
    const { headers, body } = input;
    const whole = await held(deps, input, caller);
    const by = actorOf(caller);
    const { reference } = whole.request;
    const portal = body.prefers === 'portal';
    if (portal && !body.consent) throw new Refusal('invalid-input', [{ field: 'consent', code: 'required' }]);
    const sender = chosen(whole.sender, body);
    const key = { key: `delivery-${headers['idempotency-key']}`, fingerprint: deps.hash(canonical(body)) };
    const { request } = await deps.append(reference, key, async () => {
      const { messages } = await deps.load(reference);
      const unread = portal ? [] : messages.filter(({ delivery }) => delivery === 'available');
      const at = deps.now();
      const commands: Command[] = [
        { command: 'delivery-preference-changed', prefers: body.prefers, by },
        { command: 'delivery-consent-changed', portal, by },
      ];
      return {
        commands,
        records: [
          { sk: 'RECORD#SENDER', sender },
          ...unread.map(({ availableOn: _on, ...message }) =>
            messageItem(
              noted(
                { ...message, delivery: 'queued' },
                { channel: 'portal', at, state: 'resent', providerId: null, reason: 'consent-withdrawn' },
              ),
            ),
          ),
        ],
        announce: unread.map(({ id: messageId }) => ({
          type: 'message-queued' as const,
          detail: { reference, messageId },
        })),
      };
    });
    return shown({ request, sender });
  };
