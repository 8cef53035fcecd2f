import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayRead, maySee } from '../agents/rights.ts';
import { seers } from '../citizens/agent-api.ts';
import type { Request } from '../requests/request.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { search as operation } from './agent-api.ts';
import type { Kind } from './entries.ts';
import { type FindDeps, find } from './find.ts';
import { understand } from './typed.ts';

export type SearchDeps = FindDeps & {
  authority(): Promise<Authority>;
  /** Requests as they stand now, by reference: where they are and who may see them changes more often than their words. */
  requests(references: readonly string[]): Promise<ReadonlyMap<string, Request>>;
  /** The request that a code of a letter stands for, typed or scanned; null when the words are none. */
  byCode(q: string): Promise<string | null>;
  now(): string;
};
const bothKinds: readonly Kind[] = ['person', 'request'];
const most = 40;
/** Documents that are read whole: what is shown, and as many again for agents who may not see all of them. */
const lookedAt = (agent: Agent, limit: number): number =>
  Math.min(most, seesEverything(agent) ? Math.max(limit, 10) : most);

/** What an agent may see of what answers, best first. Which words were searched is kept nowhere. */
export const search =
  (deps: SearchDeps) =>
  async ({ body }: InputOf<typeof operation>, { agent }: AgentCaller): Promise<ReplyOf<typeof operation>> => {
    const { prefix } = await deps.authority();
    const now = deps.now();
    const coded = await deps.byCode(body.q);
    if (coded) return { results: await codedResult(deps, coded, agent), now };
    const kinds = body.kind ? [body.kind] : bothKinds;
    const typed = understand(body.q, { prefix, year: Number(now.slice(0, 4)) });
    const found = await find(deps)(typed, kinds, Math.ceil(lookedAt(agent, body.limit) / kinds.length));
    const asked = found.filter(({ kind }) => kind === 'request').map(({ id }) => id);
    const live = asked.length > 0 ? await deps.requests(asked) : new Map<string, Request>();
    const seen = found.flatMap(({ document: _document, ...one }) => {
      if (one.kind === 'person') return mayLookUp(agent) && maySee(agent, one.department) ? [one] : [];
      const request = live.get(one.id);
      const subject = request ?? { department: one.department, agent: null };
      if (!mayRead(agent, subject)) return [];
      return [request ? { ...one, state: request.state, department: request.department } : one];
    });
    return { results: fairly(seen, body.limit), now };
  };

/** Whoever types or scans the code of a letter finds its request, by the rights of any other. */
const codedResult = async (deps: SearchDeps, id: string, agent: Agent) => {
  const request = (await deps.requests([id])).get(id);
  if (!request || !mayRead(agent, request)) return [];
  const [document] = await deps.documents([{ kind: 'request', id }]);
  const { title, detail } = document?.shown ?? { title: '', detail: '' };
  const { state, department, openedAt: at } = request;
  return [{ kind: 'request' as const, id, title, detail, state, department, at, score: 1 }];
};

/** A result says how somebody is reached: it is for those who may open their page. */
const mayLookUp = ({ roles }: Agent): boolean => seers.some((role) => roles.includes(role));

/** Whoever may read a request for their role alone; the others are shown those of their departments. */
const seesEverything = ({ roles }: Agent): boolean =>
  mayRead({ ...nobody, roles }, { department: 'any', agent: null });
const nobody = { login: '', email: '', givenName: '', familyName: '', title: '', departments: [] };

/** Neither kind crowds the other out: each has half of the places, and what the other leaves. */
function fairly<T extends { kind: Kind; score: number; at: string }>(
  results: readonly T[],
  limit: number,
): T[] {
  const of = (kind: Kind) => results.filter((one) => one.kind === kind);
  const [people, requests] = [of('person'), of('request')];
  const half = Math.ceil(limit / 2);
  const shown = Math.min(people.length, Math.max(half, limit - requests.length));
  return [...people.slice(0, shown), ...requests.slice(0, limit - shown)].sort(
    (one, other) => other.score - one.score || (one.at < other.at ? 1 : -1),
  );
}
