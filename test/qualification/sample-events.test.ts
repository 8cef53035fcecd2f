import { describe, expect, it } from 'vitest';
import call from '../../events/connect-contact.json' with { type: 'json' };
import stream from '../../events/dynamodb-stream.json' with { type: 'json' };
import decided from '../../events/eventbridge-contact-decided.json' with { type: 'json' };
import received from '../../events/eventbridge-contact-received.json' with { type: 'json' };
import aside from '../../events/eventbridge-contact-set-aside.json' with { type: 'json' };
import moved from '../../events/eventbridge-request-moved.json' with { type: 'json' };
import scanned from '../../events/eventbridge-scan-received.json' with { type: 'json' };
import { busEvents } from '../../functions/shared/events.ts';

describe('the sample events are what the subjects say to each other', () => {
  it.each([received, decided, scanned, aside, moved])('$detail-type', (event) => {
    const schema = busEvents[event['detail-type'] as keyof typeof busEvents];
    expect(schema.parse(event.detail)).toEqual(event.detail);
    expect(event.source).toBe('parvis');
  });
  it('dynamodb-stream.json carries the same announcement, connect-contact.json a call', () => {
    const { outbox } = stream.Records[0]?.dynamodb.NewImage ?? {};
    expect(outbox?.M.type.S).toBe(received['detail-type']);
    expect(outbox?.M.detail.M.contactId.S).toBe(received.detail.contactId);
    expect(call.Details.ContactData.ContactId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
