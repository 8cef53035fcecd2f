import type { Step } from '../functions/telephony/flow.ts';
import { voice } from '../functions/telephony/messages/voice-fr.ts';

/** One action of the Amazon Connect flow language. */
export type Action = {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: {
    NextAction?: string;
    Conditions?: { NextAction: string; Condition: { Operator: 'Equals'; Operands: string[] } }[];
    Errors?: { NextAction: string; ErrorType: string }[];
  };
};
export type Flow = { Version: '2019-10-30'; StartAction: string; Metadata: object; Actions: Action[] };
type Goes = { next?: string; error?: string; errors?: Record<string, string>; when?: Record<string, string> };

/** Where everything that fails leads: somebody who answers. */
export const human = 'human-queue';
const seconds = '8';

/** `error` is where the catch-all leads, the human queue unless said; `errors` those a kind of action must name besides. */
const action = (id: string, Type: string, Parameters: Record<string, unknown>, goes: Goes): Action => {
  const conditions = Object.entries(goes.when ?? {}).map(([operand, NextAction]) => ({
    NextAction,
    Condition: { Operator: 'Equals' as const, Operands: [operand] },
  }));
  const all = { ...goes.errors, ...(goes.error === undefined ? {} : { NoMatchingError: goes.error }) };
  const errors = Object.entries(all).map(([ErrorType, NextAction]) => ({ NextAction, ErrorType }));
  return {
    ...{ Identifier: id, Type, Parameters },
    Transitions: {
      ...(goes.next ? { NextAction: goes.next } : {}),
      ...(conditions.length ? { Conditions: conditions } : {}),
      ...(errors.length ? { Errors: errors } : {}),
    },
  };
};

const ask =
  (functionArn: string) =>
  (id: string, step: Step, next: string, given: object, error = human) =>
    action(
      id,
      'InvokeLambdaFunction',
      {
        LambdaFunctionARN: functionArn,
        InvocationTimeLimitSeconds: seconds,
        LambdaInvocationAttributes: { step, ...given },
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      },
      { next, error },
    );
const say = (id: string, Text: string, next: string, error = human) =>
  action(id, 'MessageParticipant', { Text }, { next, error });
const compare = (id: string, value: string, when: Record<string, string>, otherwise: string) =>
  action(
    id,
    'Compare',
    { ComparisonValue: value },
    { when, errors: { NoMatchingCondition: otherwise }, next: otherwise },
  );
const keys = (id: string, Text: string, when: Record<string, string>) =>
  action(
    id,
    'GetParticipantInput',
    { Text, StoreInput: 'False', InputTimeLimitSeconds: seconds },
    {
      when,
      next: human,
      error: human,
      errors: { InputTimeLimitExceeded: human, NoMatchingCondition: human },
    },
  );
const digits = (id: string, Text: string, length: number, next: string) =>
  action(
    id,
    'GetParticipantInput',
    {
      ...{ Text, StoreInput: 'True', InputTimeLimitSeconds: seconds },
      InputValidation: { CustomValidation: { MaximumLength: String(length) } },
      DTMFConfiguration: { InputTerminationSequence: '#', DisableCancelKey: 'False' },
    },
    { next, error: human },
  );
const keep = (id: string, Attributes: Record<string, string>, next: string) =>
  action(id, 'UpdateContactAttributes', { Attributes, TargetContact: 'Current' }, { next, error: human });

export type FlowGiven = {
  functionArn: string;
  /** Told to the agent's screen when they take the call. */
  whisperArn: string;
  hoursArn: string;
  menu: readonly { key: string; topic: string; group: string; said: string; queueArn: string }[];
  defaultQueueArn: string;
};

const flow = (start: string, actions: Action[]): Flow => ({
  Version: '2019-10-30',
  StartAction: start,
  Metadata: {
    entryPointPosition: { x: 0, y: 0 },
    ActionMetadata: Object.fromEntries(
      actions.map(({ Identifier }, at) => [
        Identifier,
        { position: { x: 250 * (1 + (at % 6)), y: 200 * Math.floor(at / 6) } },
      ]),
    ),
  },
  Actions: actions,
});

/**
 * What callers go through. Open: a message, a menu by subject, the queue of its group. Closed: where a request stands, or to be
 * called back. Whatever fails leads to the human queue; when nobody is there the call-back is noted instead.
 */
export function inboundFlow(given: FlowGiven): Flow {
  const { menu, defaultQueueArn, hoursArn, functionArn, whisperArn } = given;
  const invoke = ask(functionArn);
  const choices = Object.fromEntries(menu.map(({ key, topic }) => [key, `choice-${key}-${topic}`]));
  const topicGiven = { topic: '$.Attributes.topic', group: '$.Attributes.group' };
  return flow('voice', [
    action(
      'voice',
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: 'Lea', TextToSpeechEngine: 'Neural', TextToSpeechStyle: 'None' },
      { next: 'language', error: 'language' },
    ),
    action('language', 'UpdateContactData', { LanguageCode: 'fr-FR' }, { next: 'screen', error: 'screen' }),
    action(
      'screen',
      'UpdateContactEventHooks',
      { EventHooks: { AgentWhisper: whisperArn } },
      { next: 'greet', error: 'greet' },
    ),
    invoke('greet', 'greet', 'is-open', {}),
    compare('is-open', '$.External.open', { yes: 'welcome', no: 'closed' }, human),
    say('welcome', '$.External.said', 'menu'),
    keys('menu', voice.menu(menu), choices),
    ...menu.map(({ key, topic, group, queueArn }) =>
      keep(choices[key] as string, { topic, group, queue: queueArn }, 'choose'),
    ),
    invoke('choose', 'choose', 'has-notice', topicGiven, 'queue'),
    compare('has-notice', '$.External.hasNotice', { yes: 'notice' }, 'queue'),
    say('notice', '$.External.said', 'queue', 'queue'),
    action(
      'queue',
      'UpdateContactTargetQueue',
      { QueueId: '$.Attributes.queue' },
      { next: 'transfer', error: human },
    ),
    action(
      human,
      'UpdateContactTargetQueue',
      { QueueId: defaultQueueArn },
      { next: 'is-somebody-there', error: 'call-back' },
    ),
    action(
      'is-somebody-there',
      'CheckHoursOfOperation',
      { HoursOfOperationId: hoursArn },
      { when: { True: 'transfer', False: 'call-back' }, next: 'transfer', error: 'transfer' },
    ),
    action(
      'transfer',
      'TransferContactToQueue',
      {},
      {
        next: 'goodbye',
        error: 'call-back',
        errors: { QueueAtCapacity: 'call-back' },
      },
    ),
    say('closed', '$.External.said', 'closed-menu'),
    keys('closed-menu', voice.closedMenu, { 1: 'reference', 2: 'call-back' }),
    digits('reference', voice.askReference, 12, 'keep-reference'),
    keep('keep-reference', { reference: '$.StoredCustomerInput' }, 'birth-year'),
    digits('birth-year', voice.askBirthYear, 4, 'status'),
    invoke('status', 'status', 'say-status', {
      reference: '$.Attributes.reference',
      birthYear: '$.StoredCustomerInput',
    }),
    say('say-status', '$.External.said', 'closed-menu'),
    invoke('call-back', 'call-back', 'say-call-back', {}, 'sorry'),
    say('say-call-back', '$.External.said', 'hang-up', 'hang-up'),
    say('sorry', voice.sorry, 'hang-up', 'hang-up'),
    say('goodbye', voice.goodbye, 'hang-up', 'hang-up'),
    action('hang-up', 'DisconnectParticipant', {}, {}),
  ]);
}

/** What runs beside the agent who takes the call: it tells the product who answers, and keeps neither of them waiting. */
export function whisperFlow({ functionArn }: Pick<FlowGiven, 'functionArn'>): Flow {
  const given = { agent: '$.Agent.UserName', topic: '$.Attributes.topic', group: '$.Attributes.group' };
  return flow('connect', [
    ask(functionArn)('connect', 'connect', 'end', given, 'end'),
    action('end', 'EndFlowExecution', {}, {}),
  ]);
}
