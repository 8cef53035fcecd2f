import { describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import { filledTemplates } from '../../functions/letters/fill-templates.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import { Authority } from '../../functions/settings/authority.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };

const letter = (id: string, departments: string[]) =>
  LetterTemplate().parse({
    ...{ id, departments, outcome: 'granted', title: `Lettre ${id}` },
    body: 'Bonjour {{name}}, votre demande {{reference}} reçue le {{receivedOn}} : {{department}}.',
  });
const use = filledTemplates({
  load: async () =>
    ({
      request: {
        ...{ reference: 'VC-2026-000001-P', department: 'voirie', agent: null, receivedOn: '2026-11-02' },
        ...{ procedure: null, channel: 'mail', awaited: null, answer: null, transferredTo: null },
      },
      content: { subject: 'Trottoir' },
      sender: { name: 'Odile Marchand', email: null, phone: null, address: null },
    }) as never,
  letters: async () => [
    letter('b-tous', []),
    letter('a-voirie', ['voirie']),
    letter('creche', ['petite-enfance']),
  ],
  authority: async () => Authority.parse(valClair),
  today: () => '2026-11-22',
  publicUrl: 'https://demarches.val-clair.example',
});
const caller = (departments: string[]) => ({
  ...{ kind: 'agent' as const, requestId: 'r', address: '192.0.2.1', cookies: [] },
  agent: { login: 'a', roles: ['instructor'], departments } as unknown as Agent,
});
const params = { reference: 'VC-2026-000001-P' };

describe('an agent starts from a letter that already knows the request', () => {
  it('offers those of its department and those of everybody, filled', async () => {
    const { templates } = await use({ params }, caller(['voirie']));
    expect(templates.map(({ id }) => id)).toEqual(['a-voirie', 'b-tous']);
    expect(templates[0]?.text).toBe(
      'Bonjour Odile Marchand, votre demande VC-2026-000001-P reçue le 2 novembre 2026 : Voirie et éclairage public.',
    );
  });

  it('offers none to an agent of another department', async () => {
    await expect(use({ params }, caller(['finances']))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('finds nothing under a reference with a wrong letter', async () => {
    await expect(
      use({ params: { reference: 'VC-2026-000001-A' } }, caller(['voirie'])),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
