import { dayInEnglish, inEnglish, withBelow } from '../letters/in-english.ts';
import { mailHtml } from '../letters/mail-html.ts';
import { dayInWords } from '../letters/messages/fr.ts';
import type { Authority } from '../settings/authority.ts';
import type { Family } from './family.ts';
import type { Whole } from './items.ts';
import * as english from './messages/en.ts';
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
  given: Omit<OwnMail, 'html' | 'attachments'>,
  inShort: (url: string) => string,
): Promise<void> => {
  const authority = await deps.authority();
  const { phone } = officeOf(authority);
  const footer = [
    acknowledgement.question(phone),
    ...(authority.demonstration ? [acknowledgement.demonstration] : []),
  ];
  const page = `${deps.publicUrl}/payer`;
  const below = inEnglish(deps.publicUrl, page, inShort);
  const html = mailHtml({
    ...{
      colours: authority.colours,
      authority: authority.name,
      title: given.subject,
      text: given.text,
      footer,
    },
    ...{ trackingUrl: page, track: acknowledgement.track, below },
  });
  const text = [withBelow(given.text, below), '-- ', authority.name, ...footer].join('\n');
  await deps.send({ ...given, text, html, attachments: [] });
};

const wordsOf = ({ state, cents, doneOn, why }: Refund): string | null => {
  if (state === 'accepted') return t.accepted(cents);
  if (state === 'done') return t.done(cents, dayInWords(doneOn ?? ''));
  return state === 'refused' ? t.refused(cents, why ?? '') : null;
};

const englishOf =
  ({ state, cents, doneOn }: Refund) =>
  (url: string): string => {
    const t = english.refundMail;
    if (state === 'done') return t.done(cents, dayInEnglish(doneOn ?? ''), url);
    return state === 'refused' ? t.refused(cents, url) : t.accepted(cents, url);
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
    const id = `${refundId}-${refund.state}`;
    await plainMail(deps, { to, text, about, subject: t.subject, id }, englishOf(refund));
  };

/** A family whose account is still below zero, if it has an address. */
export const tellBelow =
  (deps: TellDeps) =>
  async (number: string): Promise<void> => {
    const family = await deps.family(number);
    if (!family?.email || family.balance >= 0) return;
    const { email, balance } = family;
    await plainMail(
      deps,
      {
        ...{ to: email, subject: below.subject, text: below.text(number, balance) },
        ...{ about: `FAMILLE${number}`, id: `below-${number}` },
      },
      (url) => english.below(balance, url),
    );
  };
