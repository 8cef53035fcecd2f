import { describe, expect, it } from 'vitest';
import { apply } from '../../functions/requests/apply.ts';
import { decide } from '../../functions/requests/decide.ts';
import type { JournalBody } from '../../functions/requests/event.ts';
import { moved } from '../../functions/requests/moves.ts';
import type { Command, Request } from '../../functions/requests/request.ts';

const reference = 'VC-2026-000001-P';
const at = '2026-11-24T09:00:00.000Z';
const opened: JournalBody = {
  ...{ type: 'request-opened', channel: 'mail', contactId: 'c-1', openedBy: 'auto', procedure: null },
  ...{ procedureRevision: null, department: 'education', confidence: 0.95, urgency: 'normal' },
  ...{ receivedOn: '2026-11-24', contentHash: 'h' },
};
const assigned = (department: string, by = 'agent:lea'): Command => ({
  ...{ command: 'request-assigned', department, agent: null, by, reason: null },
});
const done = (request: Request, command: Command): Request =>
  decide(request, command).reduce<Request>((now, body) => apply(now, { ...body, at }, reference), request);
/** As an agent gives it: what goes along is decided in the same act. */
const given = (request: Request, department: string): Request =>
  [assigned(department), ...moved(request, department, 'agent:lea').commands].reduce(done, request);
const fresh = apply(null, { ...opened, at }, reference);

describe('a request that nobody keeps', () => {
  it('asks the quality unit at the third change of department, whoever takes it inside one', () => {
    const first = given(given(fresh, 'education'), 'finances');
    expect(first).toMatchObject({ moves: 1, arbitration: null });
    const passed = ['education', 'education', 'logement'].reduce(given, first);
    expect(passed).toMatchObject({ moves: 3, arbitration: { since: at, moves: 3 }, department: 'logement' });
  });

  it('is passed on by nobody else until then, and worked on meanwhile', () => {
    const waiting = ['finances', 'education', 'finances'].reduce(given, fresh);
    expect(() => given(waiting, 'logement')).toThrow('awaits-arbitration');
    expect(done(waiting, { ...assigned('finances'), agent: 'lea' } as Command).agent).toBe('lea');
    expect(done(waiting, { command: 'work-started', by: 'agent:lea' }).state).toBe('in-progress');
  });

  it('is given once for all, and may then start anew', () => {
    const waiting = ['finances', 'education', 'finances'].reduce(given, fresh);
    const arbitration: Command = { command: 'arbitration-given', department: 'education', by: 'agent:agnes' };
    const settled = done(waiting, arbitration);
    expect(settled).toMatchObject({ department: 'education', arbitration: null, moves: 0, agent: null });
    expect(() => done(settled, arbitration)).toThrow('already-decided');
  });

  it('leaves its group with its department, and not within it', () => {
    const grouped = { ...given(fresh, 'education'), lead: 'VC-2026-000002-R' };
    expect(given(grouped, 'education').lead).toBe(grouped.lead);
    expect(given(grouped, 'finances').lead).toBeNull();
    const gone = [{ of: grouped.lead, gone: `RECORD#MEMBER#${reference}` }];
    expect(moved(grouped, 'finances', 'auto').elsewhere).toEqual(gone);
    const asked = { ...grouped, arbitration: { since: at, moves: 3 } };
    const settled = (department: string) =>
      done(asked, { command: 'arbitration-given', department, by: 'agent:agnes' }).lead;
    expect([settled('education'), settled('finances')]).toEqual([grouped.lead, null]);
  });

  it('tells of each change of department, and of no first one', () => {
    expect(moved(fresh, 'finances', 'auto').announce).toEqual([
      { type: 'request-moved', detail: { reference } },
    ]);
    expect(moved({ ...fresh, department: null }, 'finances', 'auto').announce).toEqual([]);
    expect(moved(fresh, 'education', 'auto').announce).toEqual([]);
  });
});
