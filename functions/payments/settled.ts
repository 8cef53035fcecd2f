import { inEnglish, withBelow } from '../letters/in-english.ts';
import { oneLine } from '../letters/mail.ts';
import { mailHtml } from '../letters/mail-html.ts';
import type { Append } from '../requests/append.ts';
import type { Authority } from '../settings/authority.ts';
import { ifThere } from '../shared/refusal.ts';
import type { Attempt } from './attempt.ts';
import type { Whole } from './items.ts';
import * as english from './messages/en.ts';
import { acknowledgement as t, receipt as words } from './messages/fr.ts';
import { factsOf, noteOf, officeOf, receiptOf } from './receipt.ts';

export type OwnMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What the mail is about, for the records of sending. */
  about: string;
  id: string;
  attachments: { name: string; contentType: string; bytes: Uint8Array }[];
};
export type SettledDeps = {
  read(paymentId: string): Promise<Whole | null>;
  /** The acknowledgement of this try has left. */
  acknowledged(attempt: Attempt): Promise<void>;
  append: Append;
  authority(): Promise<Authority>;
  send(mail: OwnMail): Promise<void>;
  draw(receipt: ReturnType<typeof receiptOf>): Promise<Uint8Array>;
  timesOf(zone: string, instant: string): { day: string; time: string };
  publicUrl: string;
};

const noteInJournal = async (
  { append }: SettledDeps,
  { payment }: Whole,
  attempt: Attempt,
): Promise<void> => {
  const { reference } = payment;
  if (!reference) return;
  const { means } = factsOf({ payment, attempts: [], refunds: [] }, attempt, { day: '2000-01-01', time: '' });
  await ifThere(
    append(reference, { key: `payment-${attempt.id}` }, () => ({
      commands: [
        {
          ...({ command: 'payment-received', paymentId: payment.id, cents: attempt.cents, means } as const),
          ...(attempt.by ? { by: attempt.by } : {}),
        },
      ],
      announce: [{ type: 'request-changed', detail: { reference } }],
    })),
  );
};

const mailOf = async (deps: SettledDeps, whole: Whole, attempt: Attempt): Promise<OwnMail> => {
  const authority = await deps.authority();
  const times = deps.timesOf(authority.timeZone, attempt.settledAt ?? attempt.startedAt);
  const office = officeOf(authority);
  const subject = oneLine(t.subject(whole.payment.label));
  const text = t.text({
    ...{ ...factsOf(whole, attempt, times), authority: authority.name, office, note: noteOf(whole, attempt) },
  });
  const footer = [
    ...t.footer(office.phone),
    ...(attempt.mode === 'T' ? [words.test] : []),
    ...(authority.demonstration ? [t.demonstration] : []),
  ];
  const page = `${deps.publicUrl}/payer`;
  const { label, payRef } = whole.payment;
  const below = inEnglish(deps.publicUrl, page, (url) =>
    english.acknowledgement({
      ...{ label, payRef, url, cents: attempt.cents, note: noteOf(whole, attempt, english.receipt) },
    }),
  );
  const html = mailHtml({
    ...{ colours: authority.colours, authority: authority.name, title: subject, text, footer },
    ...{ trackingUrl: page, track: t.track, below },
  });
  const bytes = await deps.draw(receiptOf(whole, attempt, authority, times));
  return {
    ...{ to: attempt.email, subject, html, about: whole.payment.payRef, id: attempt.id },
    text: [withBelow(text, below), '-- ', authority.name, ...footer].join('\n'),
    attachments: [{ name: words.fileName(whole.payment.payRef), contentType: 'application/pdf', bytes }],
  };
};

/**
 * Money came: the journal of the request says so, and the payer is sent the acknowledgement that each payment is owed (CRPA
 * L112-11), with the receipt. Told again, nothing is done twice; cut between sending and noting it, the mail leaves once more.
 */
export const settled =
  (deps: SettledDeps) =>
  async (paymentId: string, attemptId: string): Promise<void> => {
    const whole = await deps.read(paymentId);
    const attempt = whole?.attempts.find(({ id }) => id === attemptId);
    if (!whole || attempt?.state !== 'paid') return;
    await noteInJournal(deps, whole, attempt);
    if (attempt.acknowledgedAt) return;
    await deps.send(await mailOf(deps, whole, attempt));
    await deps.acknowledged(attempt);
  };
