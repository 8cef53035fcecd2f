import { randomUUID } from 'node:crypto';

/** How a simulated call goes: still talking, answered and over, given up in the queue, hung up in the menu. */
export const callEnds = ['ongoing', 'ended', 'abandoned', 'hung-up'] as const;
export type Simulated = {
  number: string | null;
  topic: string;
  group: string;
  end: (typeof callEnds)[number];
  agent: string;
  now: Date;
};
type Event = Record<string, unknown>;

const instance = 'arn:aws:connect:eu-central-1:000000000000:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa';
const menuSeconds = 20;
const waitSeconds = 35;
const talkSeconds = 150;
const lengths = {
  ongoing: menuSeconds + waitSeconds,
  ended: menuSeconds + waitSeconds + talkSeconds,
  abandoned: menuSeconds + waitSeconds,
  'hung-up': menuSeconds,
};

/**
 * The events of a call that ends now, as Amazon Connect sends them: the steps of the flow, the contact events, and the record
 * once it is over.
 */
export function simulatedCall({ number, topic, group, end, agent, now }: Simulated): Event[] {
  const contactId = randomUUID();
  const started = now.getTime() - lengths[end] * 1000;
  const at = (seconds: number) => new Date(started + seconds * 1000).toISOString();
  const [begun, queued, taken, over] = [
    at(0),
    at(menuSeconds),
    at(menuSeconds + waitSeconds),
    now.toISOString(),
  ];
  const isQueued = end !== 'hung-up';
  const isTaken = end === 'ongoing' || end === 'ended';
  const endpoint = number ? { Address: number, Type: 'TELEPHONE_NUMBER' } : null;

  const flow = (step: string, more: object = {}): Event => ({
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        ...{
          ContactId: contactId,
          InitialContactId: contactId,
          Channel: 'VOICE',
          InitiationMethod: 'INBOUND',
        },
        ...{ CustomerEndpoint: endpoint, InstanceARN: instance, Attributes: {} },
      },
      Parameters: { step, ...more },
    },
  });
  const queueInfo = {
    queueArn: `${instance}/queue/${group}`,
    queueType: 'STANDARD',
    enqueueTimestamp: queued,
  };
  const agentInfo = { agentArn: `${instance}/agent/${randomUUID()}`, connectedToAgentTimestamp: taken };
  const said = (eventType: string, time: string, more: object = {}): Event => ({
    'detail-type': 'Amazon Connect Contact Event',
    ...{ source: 'aws.connect', time, region: 'eu-central-1' },
    detail: {
      ...{ eventType, contactId, channel: 'VOICE', instanceArn: instance },
      ...{ initiationMethod: 'INBOUND', initiationTimestamp: begun },
      ...(isQueued && eventType !== 'INITIATED' ? { queueInfo } : {}),
      ...(isTaken && !['INITIATED', 'QUEUED'].includes(eventType) ? { agentInfo } : {}),
      ...more,
    },
  });
  const ended = { disconnectTimestamp: over, disconnectReason: 'CUSTOMER_DISCONNECT' };
  const record: Event = {
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    ...{ ContactId: contactId, Channel: 'VOICE', InitiationMethod: 'INBOUND', InstanceARN: instance },
    ...{ CustomerEndpoint: endpoint, InitiationTimestamp: begun, LastUpdateTimestamp: over },
    ...{ DisconnectTimestamp: over, DisconnectReason: 'CUSTOMER_DISCONNECT' },
    Agent: isTaken ? { Username: agent, ConnectedToAgentTimestamp: taken } : null,
    Queue: isQueued ? { Name: group, EnqueueTimestamp: queued } : null,
    Attributes: isQueued ? { topic, group } : {},
  };
  return [
    ...(end === 'hung-up' ? [flow('greet')] : []),
    said('INITIATED', begun),
    ...(isQueued ? [flow('choose', { topic, group }), said('QUEUED', queued)] : []),
    ...(isTaken ? [flow('connect', { agent, topic, group }), said('CONNECTED_TO_AGENT', taken)] : []),
    ...(end === 'ongoing' ? [] : [said('DISCONNECTED', over, ended), record]),
  ];
}
