import type { Whole } from '../requests/items.ts';
import { Refusal } from '../shared/refusal.ts';
import type { submit } from '../signatures/submit-letter.ts';
import type { Told } from './demonstration.ts';
import type { Seed } from './seed.ts';

type Given = { load(reference: string): Promise<Whole>; submit: ReturnType<typeof submit> };
/** The instruction has taken the request up already: it may change it meanwhile. */
const attempts = 5;

/** Through the same door as an agent's. A letter that is refused leaves the book one shorter, and the deployment whole. */
export const putLetter =
  ({ load, submit: send }: Given) =>
  async (reference: string, told: Told, agents: Seed['agents']): Promise<void> => {
    const agent = agents.find(({ login }) => login === told.letter?.by);
    if (!told.letter || !agent) return;
    const { outcome, text } = told.letter;
    const caller = { kind: 'agent', agent, requestId: told.key, address: '', cookies: [] } as const;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { version } = (await load(reference)).request;
      const body = { version, outcome, text, template: null, subject: null, uploads: [], keep: [] };
      const headers = { 'idempotency-key': `${told.key}-first-letter` };
      try {
        await send({ params: { reference }, headers, body, query: undefined }, caller);
        return;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code !== 'conflict') return;
      }
    }
  };
