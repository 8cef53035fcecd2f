import type { DeliveryReport } from '../intake/contact.ts';
import { mailKey } from '../threading/mail-id.ts';
import type { MailEvent } from './mail-event.ts';

type Detail = Pick<MailEvent['detail'], 'eventType' | 'bounce'>;

const detailOf = (
  kind: DeliveryReport['kind'],
  { action, status }: DeliveryReport['recipients'][number],
): Detail | null => {
  if (kind === 'complaint') return { eventType: 'Complaint' };
  if (kind === 'reading') return null;
  if (action === 'delayed') return { eventType: 'DeliveryDelay' };
  if (action !== 'failed') return null;
  const bounceType = status?.startsWith('4') ? 'Transient' : 'Permanent';
  return { eventType: 'Bounce', bounce: { bounceType, bounceSubType: 'Report', feedbackId: '' } };
};

/**
 * A report that came by mail, as the events SES would have told: what a server far away says counts like what SES hears
 * itself. Nothing is made of a receipt of reading, nor of a server that only says it passed the mail on.
 */
export const reportEvents = (
  report: DeliveryReport,
  { reference, messageId }: { reference: string; messageId: string },
): MailEvent[] => {
  const { kind, recipients } = report;
  const told = recipients.length > 0 ? recipients : [{ address: '', action: '', status: null }];
  return told.flatMap((recipient) => {
    const detail = detailOf(kind, recipient);
    if (!detail || !report.messageId) return [];
    const mail = {
      messageId: mailKey(report.messageId),
      destination: recipient.address ? [recipient.address] : [],
      tags: { reference: [reference], message: [messageId], available: [] },
    };
    return [{ region: '', detail: { ...detail, mail } }];
  });
};
