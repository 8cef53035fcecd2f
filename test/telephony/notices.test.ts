import { describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import type { Notice } from '../../functions/telephony/agent-api.ts';
import { setNotice } from '../../functions/telephony/set-notice.ts';
import { authority } from '../support/request-world.ts';

const agent: Agent = {
  ...{ login: 'lea', email: 'lea@val-clair.example', givenName: 'Léa', familyName: 'Roche', title: '' },
  ...{ roles: ['head'], departments: ['voirie'] },
};
const desk = (change: Partial<Agent>) => {
  const kept: Notice[] = [];
  const set = setNotice({
    notices: { all: async () => kept, save: async (notice) => void kept.push(notice) },
    authority: async () => authority,
    now: () => '2026-11-23T09:00:00.000Z',
  });
  return (topic: string | null) =>
    set(
      {
        body: { topic, isOn: true, text: 'Fermé à 16 heures.', note: '', until: null },
        ...{ params: undefined, query: undefined, headers: undefined },
      },
      {
        ...{ kind: 'agent', requestId: 'r', address: '127.0.0.1', cookies: [] },
        agent: { ...agent, ...change },
      },
    );
};

describe('the message of the day', () => {
  it('is put on by a head for departments of theirs, never for another nor for the whole house', async () => {
    const put = desk({});
    expect((await put('voirie')).notices).toMatchObject([{ topic: 'voirie', by: 'lea' }]);
    for (const topic of ['etat-civil', null])
      await expect(put(topic)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each(['administrator', 'quality'] as const)('is put on for everybody by %s', async (role) => {
    const put = desk({ roles: [role], departments: [] });
    expect((await put(null)).notices).toMatchObject([{ topic: null }]);
    expect((await put('etat-civil')).notices).toHaveLength(2);
  });

  it('is of a department that is there', async () => {
    const put = desk({ roles: ['administrator'] });
    await expect(put('cirque')).rejects.toMatchObject({ fields: [{ field: 'topic', code: 'unknown' }] });
  });
});
