import * as z from 'zod';
import { MailEvent, type Meaning, meaningOf } from '../delivery/mail-event.ts';
import type { Suppression } from '../delivery/suppression.ts';
import { busEvents } from '../shared/events.ts';
import type { Mandate, OwnWay } from './mandate.ts';
import type { MandateChange } from './mandate-table.adapter.ts';
import { mailPrefix, type TellDeps } from './notice.ts';
import { helperAddresses, tellPerson } from './tell-person.ts';

/** What SES says of a mail about a mandate, or a text about one that did not arrive. */
export const ReturnedEvent = z.union([
  MailEvent,
  z.object({ 'detail-type': z.literal('notice-lost'), detail: busEvents['notice-lost'] }),
]);
export type ReturnedEvent = z.infer<typeof ReturnedEvent>;
export type ReturnedDeps = TellDeps & {
  /** On the list that every sending of the authority looks at. */
  suppress(suppression: Suppression): Promise<void>;
};
/** `to`: the mailbox; nobody writes a number in an event. */
type Lost = { reference: string; message: string; providerId: string; to?: string };
const gone: readonly Meaning[] = ['dead', 'lost'];
/** The message is named by what it told and on which day. */
const changeOf = (message: string): MandateChange | null =>
  (['begun', 'over'] as const).find((change) => message.startsWith(change)) ?? null;

/** A number is not tried a second time, nor another: a letter arrives. */
const isLostBy =
  ({ to }: Lost) =>
  (way: OwnWay): boolean =>
    to ? way.kind === 'mail' && way.to.toLowerCase() === to : way.kind === 'text';

/** Tells the person again by their next way what they were told by one that led nowhere; of the helper nothing. */
const tellAgain = async (deps: ReturnedDeps, lost: Lost): Promise<void> => {
  const change = changeOf(lost.message);
  const mandate = await deps.mandates.read(lost.reference.slice(mailPrefix.length));
  if (!change || !mandate || isPast(mandate, change)) return;
  const context = { deps, mandate, change, authority: await deps.authority(), sign: await deps.sign() };
  if (lost.to && (await helperAddresses(context)).includes(lost.to)) return;
  const name = `${change}-again-${lost.providerId}`;
  const lease = await deps.told.claim(mandate.id, name);
  if (!lease) return;
  await tellPerson(context, isLostBy(lost));
  await deps.told.done(mandate.id, name, lease);
};
const isPast = ({ over }: Mandate, change: MandateChange): boolean => change !== 'over' && over !== null;

/** A mailbox that is gone for good, or whose owner calls us unwanted, is written to no more, by anything. */
const takeMail = async (deps: ReturnedDeps, event: MailEvent): Promise<void> => {
  const { destination, tags, messageId: providerId } = event.detail.mail;
  const { meaning, reason } = meaningOf(event);
  const [reference = ''] = tags.reference;
  const to = destination[0]?.toLowerCase();
  if (!to || !reference.startsWith(mailPrefix)) return;
  if (meaning === 'dead' || meaning === 'unwanted')
    await deps.suppress({
      ...{ address: to, reason: meaning === 'dead' ? 'bounced' : 'complained' },
      ...{ detail: reason, at: deps.now(), reference: 'mandats' },
    });
  if (gone.includes(meaning))
    await tellAgain(deps, { reference, message: tags.message[0] ?? '', providerId, to });
};

/** A notice that came back later is sent again by another way: nobody acts for somebody who does not know of it. */
export const takeReturned =
  (deps: ReturnedDeps) =>
  async (event: ReturnedEvent): Promise<void> => {
    if ('eventType' in event.detail) return takeMail(deps, event as MailEvent);
    const { reference, messageId, providerId } = event.detail;
    if (reference.startsWith(mailPrefix))
      await tellAgain(deps, { reference, message: messageId, providerId });
  };
