import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Header } from './message-headers.ts';

export type MailEvent = {
  readonly messageId: string;
  readonly source: string;
  readonly destination: string[];
  readonly headers: Header[];
  readonly commonHeaders: Record<string, unknown>;
  readonly tags: Record<string, string[]>;
};
type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';
type Destination = { readonly types: string[]; readonly bus?: string };

const DETAIL_TYPES: Record<EventType, string> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

/** What becomes of a message, told through the EventBridge destinations of its configuration set. */
export function openSendingEvents(ctx: Context) {
  const destinations = new Map<string, Map<string, Destination>>();

  function publish(
    set: string | undefined,
    type: EventType,
    mail: MailEvent,
    more: Record<string, unknown>,
  ): void {
    for (const { types, bus } of destinations.get(set ?? '')?.values() ?? []) {
      if (!types.includes(type.toLowerCase())) continue;
      const time = ctx.clock.now();
      ctx.runtime.events.put({
        source: 'aws.ses',
        detailType: DETAIL_TYPES[type],
        detail: { eventType: type, mail: mailOf(mail, time), [type.toLowerCase()]: more },
        time,
        ...(bus && bus !== 'default' ? { bus } : {}),
      });
    }
  }
  function mailOf(mail: MailEvent, time: Date) {
    return {
      timestamp: time.toISOString(),
      source: mail.source,
      sourceArn: `arn:aws:ses:${ctx.region}:${ctx.accountId}:identity/${mail.source.split('@').at(-1)}`,
      sendingAccountId: ctx.accountId,
      messageId: mail.messageId,
      destination: mail.destination,
      headersTruncated: false,
      headers: mail.headers,
      commonHeaders: { ...mail.commonHeaders, messageId: mail.messageId },
      tags: mail.tags,
    };
  }
  const now = () => ctx.clock.now().toISOString();

  return {
    /** `properties` of an AWS::SES::ConfigurationSetEventDestination; other kinds of destination are refused. */
    addDestination(id: string, properties: Record<string, unknown>): void {
      const given = properties.EventDestination as {
        Enabled?: unknown;
        MatchingEventTypes: string[];
        EventBridgeDestination?: { EventBusArn: string };
        SnsDestination?: unknown;
        KinesisFirehoseDestination?: unknown;
      };
      if (given.SnsDestination || given.KinesisFirehoseDestination)
        throw new Error(`SES event destination ${id}: only EventBridge and CloudWatch are served locally`);
      if (!given.EventBridgeDestination) return;
      const set = String(properties.ConfigurationSetName);
      const all = destinations.get(set) ?? new Map<string, Destination>();
      const isOn = given.Enabled === true || given.Enabled === 'true';
      const types = isOn ? given.MatchingEventTypes.map((type) => type.toLowerCase()) : [];
      all.set(id, { types, bus: given.EventBridgeDestination.EventBusArn.split('/').at(-1) });
      destinations.set(set, all);
    },
    sent: (set: string | undefined, mail: MailEvent) => publish(set, 'Send', mail, {}),
    delivered: (set: string | undefined, mail: MailEvent, recipients: string[]) =>
      publish(set, 'Delivery', mail, {
        timestamp: now(),
        processingTimeMillis: 500,
        recipients,
        smtpResponse: '250 2.0.0 OK',
        reportingMTA: 'a8-1.smtp-out.eu-west-3.amazonses.com',
      }),
    bounced(set: string | undefined, mail: MailEvent, recipient: string, isSuppressed: boolean): void {
      const action = { emailAddress: recipient, action: 'failed', status: '5.1.1' };
      const diagnosticCode = isSuppressed
        ? 'Amazon SES did not send the message to this address because it is on the suppression list for your account.'
        : 'smtp; 550 5.1.1 user unknown';
      publish(set, 'Bounce', mail, {
        feedbackId: randomUUID(),
        bounceType: 'Permanent',
        bounceSubType: isSuppressed ? 'OnAccountSuppressionList' : 'General',
        bouncedRecipients: [{ ...action, diagnosticCode }],
        timestamp: now(),
        reportingMTA: 'dns; amazonses.com',
      });
    },
    complained: (set: string | undefined, mail: MailEvent, recipient: string) =>
      publish(set, 'Complaint', mail, {
        feedbackId: randomUUID(),
        complaintSubType: null,
        complainedRecipients: [{ emailAddress: recipient }],
        timestamp: now(),
        complaintFeedbackType: 'abuse',
        userAgent: 'Amazon SES Mailbox Simulator',
      }),
  };
}

export type SendingEvents = ReturnType<typeof openSendingEvents>;
