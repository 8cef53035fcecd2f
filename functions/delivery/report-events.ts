import type { DeliveryReport } from '../intake/contact.ts';
import { mailKey } from '../threading/mail-id.ts';
import type { MailEvent } from './mail-event.ts';

type Detail = Pick<MailEvent['detail'], 'eventType' | 'bounce'>;

const detailOf = (
  kind: DeliveryReport['kind'],
  { action, status }: DeliveryReport['recipients'][number],
  isOurs: boolean,
): Detail | null => {
  if (kind === 'complaint') return isOurs ? { eventType: 'Complaint' } : null;
  if (kind === 'reading') return null;
  if (action === 'delayed') return { eventType: 'DeliveryDelay' };
  if (action !== 'failed') return null;
  const bounceType = status?.startsWith('4') || !isOurs ? 'Transient' : 'Permanent';
  return { eventType: 'Bounce', bounce: { bounceType, bounceSubType: 'Report', feedbackId: '' } };
};

/**
 * A report that came by mail, as the events SES would have told: what a server far away says counts like what SES hears
 * itself. Nothing is made of a receipt of reading, nor of a server that only says it passed the mail on. A report may be written by
 * whoever got the mail: it says nothing for good of another address than the one it was sent to.
 * @param to address that the mail was sent to, as far as it is known
 */
export const reportEvents = (
  report: DeliveryReport,
  { reference, messageId, to }: { reference: string; messageId: string; to: string | null },
): MailEvent[] => {
  const { kind, recipients } = report;
  const told = recipients.length > 0 ? recipients : [{ address: '', action: '', status: null }];
  return told.flatMap((recipient) => {
    const isOurs = recipient.address === '' || recipient.address.toLowerCase() === to?.toLowerCase();
    const detail = detailOf(kind, recipient, isOurs);
    if (!detail || !report.messageId) return [];
    const mail = {
      messageId: mailKey(report.messageId),
      destination: recipient.address && isOurs ? [recipient.address] : [],
      tags: { reference: [reference], message: [messageId], available: [] },
    };
    return [{ region: '', detail: { ...detail, mail } }];
  });
};
