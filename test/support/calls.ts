/** Invented calls of an invented town, as Amazon Connect tells them. Numbers are of the ranges kept for fiction. */
type Type = 'INITIATED' | 'QUEUED' | 'CONNECTED_TO_AGENT' | 'DISCONNECTED' | 'COMPLETED';
export type ToldCall = {
  contactId: string;
  number: string | null;
  startedAt: string;
  topic: string;
  group: string;
  /** Seconds in the queue, then with the agent; no talk when nobody answered. */
  wait: number;
  talk: number | null;
  agent?: string;
};
const instance = 'arn:aws:connect:eu-central-1:000000000000:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa';
export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** Seconds in the menu before the queue. */
const menu = 20;

const instantsOf = ({ startedAt, wait, talk }: ToldCall) => {
  const queued = later(startedAt, menu);
  const taken = later(queued, wait);
  return { queued, taken, ended: talk === null ? taken : later(taken, talk) };
};

/** The contact events of a call, in order. */
export const eventsOf = (call: ToldCall) => {
  const { contactId, number, startedAt, topic, group, talk, agent = 'nadia.benali' } = call;
  const { queued, taken, ended } = instantsOf(call);
  const event = (eventType: Type, time: string, detail: object = {}) => ({
    version: '0',
    id: `${contactId}-${eventType}`,
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    account: '000000000000',
    region: 'eu-central-1',
    time: `${time.slice(0, 19)}Z`,
    resources: [`${instance}/contact/${contactId}`, instance],
    detail: {
      eventType,
      contactId,
      channel: 'VOICE',
      instanceArn: instance,
      initiationMethod: 'INBOUND',
      initiationTimestamp: startedAt,
      ...(number ? { customerEndpoint: { type: 'TELEPHONE_NUMBER', address: number } } : {}),
      tags: { topic, group },
      ...detail,
    },
  });
  const queueInfo = {
    queueArn: `${instance}/queue/${group}`,
    queueType: 'STANDARD',
    enqueueTimestamp: queued,
  };
  const agentInfo = { agentArn: `${instance}/agent/${agent}`, connectedToAgentTimestamp: taken };
  const end = { queueInfo, disconnectTimestamp: ended, ...(talk === null ? {} : { agentInfo }) };
  return [
    event('INITIATED', startedAt),
    event('QUEUED', queued, { queueInfo }),
    ...(talk === null ? [] : [event('CONNECTED_TO_AGENT', taken, { queueInfo, agentInfo })]),
    event('DISCONNECTED', ended, { ...end, disconnectReason: 'CUSTOMER_DISCONNECT' }),
  ];
};

/** The record that the stream brings a minute or two after the end. */
export const recordOf = (call: ToldCall) => {
  const { queued, taken, ended } = instantsOf(call);
  const seconds = (instant: string) => `${instant.slice(0, 19)}Z`;
  return {
    AWSAccountId: '000000000000',
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    Agent:
      call.talk === null
        ? null
        : {
            ARN: `${instance}/agent/5b2c4a7e-0f11-4a80-9a53-2d9d8f0a4c10`,
            ConnectedToAgentTimestamp: seconds(taken),
            AgentInteractionDuration: call.talk,
            Username: call.agent ?? 'nadia.benali',
          },
    Attributes: { topic: call.topic, group: call.group },
    Channel: 'VOICE',
    ContactId: call.contactId,
    CustomerEndpoint: call.number ? { Address: call.number, Type: 'TELEPHONE_NUMBER' } : null,
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    DisconnectTimestamp: seconds(ended),
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: seconds(call.startedAt),
    InstanceARN: instance,
    LastUpdateTimestamp: seconds(later(ended, 70)),
    Queue: {
      ARN: `${instance}/queue/1d4cf6a4-7f54-4f0b-a3a7-6f4f39f0a201`,
      Name: call.group,
      EnqueueTimestamp: seconds(queued),
      DequeueTimestamp: seconds(taken),
      Duration: call.wait,
    },
  };
};

/** Records as the stream hands them to a function. */
export const streamOf = (records: readonly { ContactId: string }[]) => ({
  Records: records.map((record, at) => ({
    ...{ eventSource: 'aws:kinesis', eventName: 'aws:kinesis:record', awsRegion: 'eu-central-1' },
    kinesis: {
      data: Buffer.from(JSON.stringify(record)).toString('base64'),
      partitionKey: record.ContactId,
      sequenceNumber: String(at).padStart(20, '0'),
    },
  })),
});
