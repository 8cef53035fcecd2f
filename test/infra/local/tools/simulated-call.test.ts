import { expect, it } from 'vitest';
import { foldCall } from '../../../../functions/telephony/call.ts';
import { type Known, withNews } from '../../../../functions/telephony/call-news.ts';
import { askedIn, FlowEvent, newsOfStep } from '../../../../functions/telephony/flow.ts';
import { newsOfEvent, newsOfRecord } from '../../../../functions/telephony/read-connect.ts';
import { kindOf } from '../../../../infra/local/tools/event-kind.ts';
import { simulatedCall } from '../../../../infra/local/tools/simulated-call.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const newsOf = (event: Record<string, unknown>, isOpen: boolean) => {
  if (event.Details) {
    const asked = askedIn(FlowEvent.parse(event));
    return asked.step === 'connect' || asked.step === 'greet'
      ? newsOfStep(asked, now.toISOString(), isOpen)
      : null;
  }
  return ('detail' in event ? newsOfEvent(event) : newsOfRecord(event))?.news ?? null;
};

it.each([
  ['ongoing', 'answered', true],
  ['ended', 'answered', true],
  ['abandoned', 'abandoned', true],
  ['hung-up', 'abandoned', true],
  ['hung-up', 'out-of-hours', false],
] as const)('a call that is %s on the tools page is %s', (end, outcome, isOpen) => {
  const events = simulatedCall({
    ...{ end, now, number: '06 39 98 01 42', topic: 'etat-civil', group: 'accueil', agent: 'nadia.benali' },
  });
  expect(events.map(kindOf)).not.toContain(undefined);
  const known = events.reduce((all: Known, event) => withNews(all, [newsOf(event, isOpen) ?? []].flat()), {});
  const call = foldCall(known);
  expect(call).toMatchObject({ outcome, number: '+33639980142' });
  expect(call?.agent).toBe(outcome === 'answered' ? 'nadia.benali' : null);
  expect(call?.endedAt).toBe(end === 'ongoing' ? null : now.toISOString());
});
