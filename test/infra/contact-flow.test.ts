import { describe, expect, it } from 'vitest';
import { type Action, type Flow, human, inboundFlow, whisperFlow } from '../../infra/contact-flow.ts';

const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:flow';
const inbound = inboundFlow({
  functionArn,
  whisperArn: 'arn:whisper',
  hoursArn: 'arn:hours',
  defaultQueueArn: 'arn:queue/accueil',
  menu: [
    { key: '1', topic: 'etat-civil', group: 'accueil', said: 'l’état civil', queueArn: 'arn:queue/accueil' },
    { key: '2', topic: 'voirie', group: 'cadre-de-vie', said: 'la voirie', queueArn: 'arn:queue/cadre' },
  ],
});
const byId = ({ Actions }: Flow) => new Map(Actions.map((action) => [action.Identifier, action]));
const targetsOf = ({ Transitions: { NextAction, Conditions = [], Errors = [] } }: Action): string[] => [
  ...(NextAction ? [NextAction] : []),
  ...[...Conditions, ...Errors].map((branch) => branch.NextAction),
];
const reachable = (flow: Flow, from: string): Set<string> => {
  const actions = byId(flow);
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const next of targetsOf(actions.get(id) as Action)) visit(next);
  };
  visit(from);
  return seen;
};
/** Errors each kind of action must name, as Connect checks when a flow is imported. */
const requiredErrors: Record<string, string[]> = {
  UpdateContactTextToSpeechVoice: ['NoMatchingError'],
  UpdateContactData: ['NoMatchingError'],
  UpdateContactEventHooks: ['NoMatchingError'],
  UpdateContactAttributes: ['NoMatchingError'],
  UpdateContactTargetQueue: ['NoMatchingError'],
  InvokeLambdaFunction: ['NoMatchingError'],
  MessageParticipant: ['NoMatchingError'],
  CheckHoursOfOperation: ['NoMatchingError'],
  Compare: ['NoMatchingCondition'],
  TransferContactToQueue: ['NoMatchingError', 'QueueAtCapacity'],
  DisconnectParticipant: [],
  EndFlowExecution: [],
};

describe.each([
  ['callers', inbound],
  ['agents', whisperFlow({ functionArn })],
])('the flow of %s is one that Connect takes', (_name, flow) => {
  const actions = byId(flow);

  it('leads everywhere it says, and everything in it is reached', () => {
    expect(actions.size).toBe(flow.Actions.length);
    for (const action of flow.Actions)
      for (const target of targetsOf(action))
        expect(actions.has(target), `${action.Identifier} → ${target}`).toBe(true);
    expect([...reachable(flow, flow.StartAction)].sort()).toEqual([...actions.keys()].sort());
    for (const id of actions.keys()) expect(id).toMatch(/^[a-z0-9-]{1,50}$/);
  });

  it('names the errors that each kind of action must handle', () => {
    for (const { Identifier, Type, Parameters, Transitions } of flow.Actions) {
      const said = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType).sort();
      const isMenu = Type === 'GetParticipantInput' && Parameters.StoreInput === 'False';
      const menu = ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'];
      const wanted = isMenu
        ? menu
        : Type === 'GetParticipantInput'
          ? ['NoMatchingError']
          : requiredErrors[Type];
      expect(said, Identifier).toEqual(wanted);
    }
  });
});

describe('whoever calls reaches somebody', () => {
  it('whatever fails: each error leads to a queue of agents, or to a call-back when the queue itself failed', () => {
    const last = ['transfer', 'is-somebody-there', human, 'call-back', 'say-call-back', 'sorry', 'goodbye'];
    for (const { Identifier, Transitions } of inbound.Actions)
      for (const { NextAction } of Transitions.Errors ?? [])
        if (!last.includes(Identifier))
          expect(reachable(inbound, NextAction).has('transfer'), `${Identifier} → ${NextAction}`).toBe(true);
    for (const id of ['transfer', human])
      for (const { NextAction } of byId(inbound).get(id)?.Transitions.Errors ?? [])
        expect([...reachable(inbound, NextAction)]).toContain('call-back');
  });

  it('never waits longer than Connect allows for a function', () => {
    for (const { Type, Parameters } of inbound.Actions)
      if (Type === 'InvokeLambdaFunction')
        expect(Number(Parameters.InvocationTimeLimitSeconds)).toBeLessThanOrEqual(8);
  });

  it('sends each subject of the menu to the queue of its group', () => {
    const menu = byId(inbound).get('menu')?.Transitions.Conditions ?? [];
    expect(menu.map(({ Condition, NextAction }) => [Condition.Operands, NextAction])).toEqual([
      [['1'], 'choice-1-etat-civil'],
      [['2'], 'choice-2-voirie'],
    ]);
    expect(byId(inbound).get('choice-2-voirie')?.Parameters.Attributes).toEqual({
      ...{ topic: 'voirie', group: 'cadre-de-vie', queue: 'arn:queue/cadre' },
    });
  });

  it('says nothing of anybody: its words are ours or those its function answers', () => {
    for (const { Type, Parameters } of inbound.Actions)
      if (Type === 'MessageParticipant')
        expect(String(Parameters.Text)).not.toMatch(/\$\.(Customer|Attributes)/);
  });
});
