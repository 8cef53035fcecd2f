import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { maySee } from '../agents/rights.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { Activity } from './activity.adapter.ts';
import type { LinkKind } from './items.ts';
import { contactLine, requestLine } from './lines.ts';
import type { LinkTable } from './link-table.adapter.ts';
import type * as api from './person-api.ts';
import type { PersonTable } from './person-table.adapter.ts';
import type { ReadJournal } from './read-journal.adapter.ts';
import { namesOf, noted } from './read-person.ts';

export type ListDeps = {
  people: Pick<PersonTable, 'read'>;
  links: Pick<LinkTable, 'page' | 'linked'>;
  journal: ReadJournal;
  activity: Activity;
  agent(login: string): Promise<Agent | null>;
  prefix(): Promise<string>;
  now(): string;
};
type Asked = InputOf<typeof api.listPersonRequests>;

const pageOf = async (deps: ListDeps, { params, query }: Asked, caller: AgentCaller, kind: LinkKind) => {
  const { sheets } = await noted(deps, params.personId, caller, query);
  return deps.links.page(sheets, kind, query.limit, query.after);
};
const present = <T>(all: readonly (T | null)[]): T[] => all.filter((each): each is T => each !== null);

export const listRequests =
  (deps: ListDeps) =>
  async (asked: Asked, caller: AgentCaller): Promise<ReplyOf<typeof api.listPersonRequests>> => {
    const { links, next } = await pageOf(deps, asked, caller, 'request');
    const snapshots = await deps.activity.snapshots(links.map(({ id }) => id));
    const requests = present(links.map((link) => requestLine(caller.agent, link, snapshots.get(link.id))));
    const agents = requests.flatMap(({ agent, link }) => [agent && `agent:${agent}`, link.by]);
    return { requests, next, names: await namesOf(deps, agents) };
  };

export const listContacts =
  (deps: ListDeps) =>
  async (asked: Asked, caller: AgentCaller): Promise<ReplyOf<typeof api.listPersonContacts>> => {
    const { links, next } = await pageOf(deps, asked, caller, 'contact');
    const headers = await deps.activity.headers(links.map(({ id }) => id));
    const references = [...headers.values()].flatMap(({ requestReference }) => requestReference ?? []);
    const snapshots = await deps.activity.snapshots(references);
    const contacts = present(
      links.map((link) => {
        const header = headers.get(link.id);
        return contactLine(caller.agent, link, header, snapshots.get(header?.requestReference ?? ''));
      }),
    );
    const agents = contacts.flatMap(({ agent, link }) => [agent, link.by]);
    return { contacts, next, names: await namesOf(deps, agents) };
  };

/** Only of requests the agent may open: what is written there is for those who work on them. */
export const listExchanges =
  (deps: ListDeps) =>
  async (asked: Asked, caller: AgentCaller): Promise<ReplyOf<typeof api.listPersonExchanges>> => {
    const { links, next } = await pageOf(deps, asked, caller, 'request');
    const snapshots = await deps.activity.snapshots(links.map(({ id }) => id));
    const lines = present(links.map((link) => requestLine(caller.agent, link, snapshots.get(link.id))));
    const exchanges = await Promise.all(
      lines
        .filter(({ mayOpen }) => mayOpen)
        .map(async ({ reference, subject }) => {
          const { messages, documents } = await deps.activity.exchange(reference);
          return {
            ...{ reference, subject },
            messages: messages.map(({ id, at, from, kind, author, subject, delivery }) => ({
              ...{ id, at, from, kind, author, subject, delivery },
            })),
            documents: documents.map(({ id, name, contentType, size }) => ({ id, name, contentType, size })),
          };
        }),
    );
    return { exchanges, next };
  };

export const listReadings =
  (deps: ListDeps) =>
  async (
    { params, query }: InputOf<typeof api.listPersonReadings>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.listPersonReadings>> => {
    const { sheets } = await noted(deps, params.personId, caller, query);
    const { readings, next } = await deps.journal.page(sheets, query.limit, query.after);
    const snapshots = await deps.activity.snapshots(readings.flatMap(({ reference }) => reference ?? []));
    const isSeen = (reference: string) => {
      const snapshot = snapshots.get(reference);
      return snapshot !== undefined && maySee(caller.agent, snapshot.request.department);
    };
    return {
      next,
      // A request reserved to the cabinet is not told by who read somebody's page for it.
      readings: readings.map((one) =>
        one.reference && !isSeen(one.reference) ? { ...one, reference: null } : one,
      ),
      names: await namesOf(
        deps,
        readings.map(({ by }) => by),
      ),
    };
  };
