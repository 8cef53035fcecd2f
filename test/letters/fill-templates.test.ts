import { describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import { filledTemplates } from '../../functions/letters/fill-templates.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { Authority } from '../../functions/settings/authority.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };

const letter = (id: string, departments: string[]) =>
  LetterTemplate().parse({
    ...{ id, departments, outcome: 'granted', title: `Lettre ${id}` },
    body: 'Bonjour {{name}}, votre demande {{reference}} reçue le {{receivedOn}} : {{department}}.',
  });
const request = {
  ...{ reference: 'VC-2026-000001-P', department: 'voirie', agent: null, receivedOn: '2026-11-02' },
  ...{ procedure: null, channel: 'mail', awaited: null, answer: null, transferredTo: null },
};
const deps = {
  load: async () =>
    ({
      request,
      content: { subject: 'Trottoir' },
      ...{ events: [], asks: [] },
      sender: { name: 'Odile Marchand', email: null, phone: null, address: null },
    }) as never,
  letters: async () => [
    letter('b-tous', []),
    letter('a-voirie', ['voirie']),
    letter('creche', ['petite-enfance']),
  ],
  authority: async () => Authority.parse(valClair),
  today: () => '2026-11-22',
  dayIn: (_zone: string, instant: string) => instant.slice(0, 10),
  procedure: async () => null,
  publicUrl: 'https://demarches.val-clair.example',
};
const use = filledTemplates(deps);
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

  it('leaves open for a group what is each one’s own, and asks the agent for none of it', async () => {
    const load = async () => ({ ...((await deps.load()) as object), members: ['VC-2026-000123-W'] }) as never;
    const [letter] = (await filledTemplates({ ...deps, load })({ params }, caller(['voirie']))).templates;
    expect(letter?.text).toContain('{{name}}, votre demande {{reference}} reçue le {{receivedOn}} : Voirie');
    expect(letter?.missing).toEqual([]);
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

  it('fills in answers of the form, the day of silence and what is awaited, the letters of the procedure first', async () => {
    const procedure = Procedure().parse({
      ...{
        id: 'salle',
        revision: 1,
        title: 'Salle',
        summary: 'Demander une salle.',
        theme: 'autre',
        minutes: 3,
      },
      ...{ department: 'voirie', commitmentDays: 20, silence: { mode: 'svr' }, identity: {} },
      steps: [
        {
          ...{ id: 'a', title: 'Salle' },
          fields: [
            {
              name: 'room',
              type: 'choice',
              label: 'Salle',
              options: [
                { value: 'big', label: 'La grande' },
                { value: 'small', label: 'La petite' },
              ],
            },
            { name: 'guests', type: 'number', label: 'Personnes' },
          ],
        },
      ],
      letters: { granted: 'de-la-demarche' },
    });
    const awaited = {
      ...{ askId: 'ask', documents: ['plan'], provided: [], until: '2026-12-22', on: '2026-11-22' },
    };
    const { templates } = await filledTemplates({
      ...deps,
      procedure: async () => procedure,
      load: async () =>
        ({
          request: {
            ...request,
            procedure: 'salle',
            procedureRevision: 1,
            awaited: { ...awaited, stopsClock: true },
          },
          content: { subject: 'Salle', given: { room: 'big', guests: 80 }, procedureTitle: 'Salle' },
          ...{ events: [], asks: [{ askId: 'ask', documents: [{ code: 'plan', label: 'Plan' }] }] },
          sender: { name: 'Odile Marchand', email: null, phone: null, address: null },
        }) as never,
      letters: async () => [
        letter('a-voirie', ['voirie']),
        LetterTemplate().parse({
          ...{
            id: 'de-la-demarche',
            title: 'Zzz',
            outcome: 'granted',
            conditions: { many: { field: 'guests', above: 50 } },
          },
          body: '{{answers.room}} ({{procedure}}){{#if many}}, pour {{answers.guests}} personnes{{/if}}. {{silenceOn}}, {{silenceEffect}}.\n\n{{documents}}\n\n{{documentsUntil}} {{documentsEffect}}',
        }),
      ],
    })({ params }, caller(['voirie']));
    expect(templates.map(({ id, suggested }) => [id, suggested])).toEqual([
      ['de-la-demarche', true],
      ['a-voirie', false],
    ]);
    expect(templates[0]?.text).toContain(
      'La grande (Salle), pour 80 personnes. 2 janvier 2027, rejet.\n\n- Plan\n\n22 décembre 2026',
    );
    expect(templates[0]?.text).toContain('est suspendu jusqu’au 22 décembre 2026');
    expect(templates[0]?.missing).toEqual([]);
  });
});
