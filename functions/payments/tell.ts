import { mailHtml } from '../letters/mail-html.ts';
import { dayInWords } from '../letters/messages/fr.ts';
import type { Authority } from '../settings/authority.ts';
import type { Family } from './family.ts';
import type { Whole } from './items.ts';
import { acknowledgement, below, refundMail as t } from './messages/fr.ts';
import { officeOf } from './receipt.ts';
import type { Refund } from './refund.ts';
import type { OwnMail } from './settled.ts';

export type TellDeps = {
  authority(): Promise<Authority>;
  send(mail: OwnMail): Promise<void>;
  read(paymentId: string): Promise<Whole | null>;
  family(number: string): Promise<Family | null>;
  publicUrl: string;
};

const plainMail = async (
  deps: TellDeps,
  given: { to: string; subject: string; text: string; about: string; id: string },
): Promise<void> => {
  const authority = await deps.authority();
  const { phone } = officeOf(authority);
  const footer = [
    acknowledgement.question(phone),
    ...(authority.demonstration ? [acknowledgement.demonstration] : []),
  ];
  const html = mailHtml({
    ...{
      colours: authority.colours,
      authority: authority.name,
      title: given.subject,
      text: given.text,
      footer,
    },
    ...{ trackingUrl: `${deps.publicUrl}/payer`, track: acknowledgement.track },
  });
  const text = [given.text, '-- ', authority.name, ...footer].join('\n');
  await deps.send({ ...given, text, html, attachments: [] });
};

const wordsOf = ({ state, cents, doneOn, why }: Refund): string | null => {
  if (state === 'accepted') return t.accepted(cents);
  if (state === 'done') return t.done(cents, dayInWords(doneOn ?? ''));
  return state === 'refused' ? t.refused(cents, why ?? '') : null;
};

/** The person is told what finance decided; what changed since is told by its own news. */
export const tellRefund =
  (deps: TellDeps) =>
  async (paymentId: string, refundId: string): Promise<void> => {
    const whole = await deps.read(paymentId);
    const refund = whole?.refunds.find(({ id }) => id === refundId);
    const text = refund && wordsOf(refund);
    const to = whole?.attempts.find(({ id }) => id === refund?.attempt)?.email || whole?.payment.email;
    if (!text || !to) return;
    const about = whole?.payment.payRef ?? '';
    await plainMail(deps, { to, text, about, subject: t.subject, id: `${refundId}-${refund.state}` });
  };

/** A family whose account is still below zero, if it has an address. */
export const tellBelow =
  (deps: TellDeps) =>
  async (number: string): Promise<void> => {
    const family = await deps.family(number);
    if (!family?.email || family.balance >= 0) return;
    await plainMail(deps, {
      ...{ to: family.email, subject: below.subject, text: below.text(number, family.balance) },
      ...{ about: `FAMILLE${number}`, id: `below-${number}` },
    });
  };
