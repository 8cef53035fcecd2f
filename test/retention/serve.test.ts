import { describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import type { AgentCaller } from '../../functions/agents/caller.ts';
import { writeCsv } from '../../functions/payments/csv.ts';
import { serve } from '../../functions/retention/serve.ts';
import type { Slip } from '../../functions/retention/slip.ts';
import { Refusal } from '../../functions/shared/refusal.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const { authority, procedures } = loadCollectivity('val-clair');
const at = '2026-11-01T01:30:00.000Z';
const slipOf = (department: string | null): Slip => ({
  ...{
    id: `composteur.${department}.2026-11-01`,
    procedure: 'composteur',
    department,
    title: 'Obtenir un composteur',
  },
  rule: { months: 60, disposal: 'destroy', because: null, source: 'procedure' },
  ...{ cutoff: at, references: ['VC-2020-000001-W'], oldest: at, newest: at, state: 'proposed', version: 1 },
  ...{ preparedAt: at, head: null, archives: null, refused: null, keep: [], tried: null },
  ...{ done: 0, erased: 0, finishedAt: null },
});
const caller = (roles: Agent['roles'], departments: string[] = []) =>
  ({ kind: 'agent', agent: { login: 'x', roles, departments } }) as unknown as AgentCaller;

const desk = () => {
  const all = new Map(['voirie', 'cabinet', null].map((one) => [slipOf(one).id, slipOf(one)]));
  const use = serve({
    authority: async () => authority,
    procedures: async () => procedures,
    ended: async () => [],
    setAside: async () => [{ reference: 'c-1', closedAt: at, department: null }],
    prepare: async () => [],
    slips: {
      listed: async (list) => (list === 'open' ? [...all.values()] : []),
      find: async (id) => {
        const found = all.get(id);
        if (!found) throw new Refusal('not-found');
        return found;
      },
      save: async (slip) => void all.set(slip.id, slip),
    },
    look: { snapshot: async () => null, contact: async () => null },
    proofs: async () => [],
    csv: writeCsv,
    today: async () => '2026-11-01',
    now: () => at,
  });
  const seen = async (who: AgentCaller) =>
    (await use.list({}, who)).slips.map(({ department }) => department);
  return { use, seen, all };
};
const asked = (id: string, body: object = {}) =>
  ({ params: { id }, body: { version: 1, ...body }, query: undefined, headers: undefined }) as never;

describe('a slip', () => {
  it('is seen by the heads of its department; the cabinet’s by its own people alone', async () => {
    const { seen, use } = desk();
    expect(await seen(caller(['head'], ['voirie']))).toEqual(['voirie']);
    expect(await seen(caller(['administrator']))).toEqual(['voirie', null]);
    expect(await seen(caller(['quality']))).toEqual(['voirie', null]);
    expect(await seen(caller(['head'], ['cabinet']))).toEqual(['cabinet']);
    await expect(use.read(asked(slipOf('cabinet').id), caller(['administrator']))).rejects.toThrow(
      'not-found',
    );
  });
  it('is agreed to by the head of its own department only, administrators included', async () => {
    const { use } = desk();
    const agree = (who: AgentCaller) => use.agree(asked(slipOf('voirie').id, { keep: [] }), who);
    await expect(agree(caller(['administrator']))).rejects.toThrow('forbidden');
    await expect(agree(caller(['head'], ['education']))).rejects.toThrow('not-found');
    expect((await agree(caller(['head'], ['voirie']))).slip.head).toEqual({ by: 'agent:x', at });
  });
  it('is not changed over what somebody else decided meanwhile', async () => {
    const { use } = desk();
    const refuse = () =>
      use.refuse(asked(slipOf('voirie').id, { reason: 'contentieux' }), caller(['head'], ['voirie']));
    await refuse();
    await expect(refuse()).rejects.toThrow('conflict');
  });
  it('is a file that the archives can sign', async () => {
    const { use } = desk();
    const { name, bytes } = await use.file(asked(slipOf('voirie').id), caller(['administrator']));
    expect(name).toMatch(/\.csv$/);
    expect(new TextDecoder().decode(bytes)).toContain('VC-2020-000001-W');
  });
  it('is foreseen with the others: what was set aside, for as long as the authority says', async () => {
    const { procedures: lines } = await desk().use.preview();
    const aside = lines.find(({ of }) => of === 'contacts');
    expect(aside).toMatchObject({ ...authority.setAside, disposal: 'destroy', due: 1 });
    expect(lines).toHaveLength(procedures.length + 2);
  });
});
