import type * as z from 'zod';
import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayAssign, mayNote, mayRead, mayWork } from '../agents/rights.ts';
import { instructionView } from '../instruction/view.ts';
import { needsSignatures } from '../instruction/workflow.ts';
import type { Contact, ContactDocument, ObjectRef } from '../intake/contact.ts';
import { viewedPage } from '../intake/page-api.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { shownText } from '../qualification/shown-text.ts';
import { asksForReport } from '../reports/routed.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { decisionOf, isNamed, mustBeSigned } from '../signatures/must-be-signed.ts';
import type { AgentRequest, readRequest as operation } from './agent-api.ts';
import type { Append } from './append.ts';
import type { JournalEvent } from './event.ts';
import { deadlinesOf } from './facts.ts';
import type { outcomes } from './instruction-events.ts';
import type { Snapshot, Whole } from './items.ts';
import { shownMessage } from './public-view.ts';
import { readingKey } from './reading-key.ts';
import { parseReference } from './reference.ts';
import { rulesOf } from './rules.ts';
import { helpersIn, mandateOf } from './timeline.ts';

export type ReadDeps = {
  snapshot(reference: string): Promise<Snapshot>;
  load(reference: string): Promise<Whole>;
  append: Append;
  contact(id: string): Promise<Contact>;
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  /** Address of an object, valid some minutes, empty while nobody may have it; with a name the browser saves it. */
  url(object: ObjectRef, name?: string): Promise<string>;
  /** Who acted under these mandates, by name. */
  helpers?(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  now(): string;
  dayIn(zone: string, instant: string): string;
};
type View = z.input<ReturnType<typeof AgentRequest>>;

const outside = ['seq', 'at', 'type', 'by', 'previous', 'hash', 'contentHash'];
const timelineLine = (
  event: JournalEvent,
  helpers: ReadonlyMap<string, string>,
): View['timeline'][number] => {
  const detail = Object.entries(event).filter(([key]) => !outside.includes(key));
  return {
    ...{ seq: event.seq, at: event.at, type: event.type },
    by: event.type === 'request-opened' ? event.openedBy : 'by' in event ? (event.by ?? null) : null,
    helper: helpers.get(mandateOf(event) ?? ''),
    detail: Object.fromEntries(
      detail.map(([key, value]) => [
        key,
        typeof value === 'boolean' || Array.isArray(value) ? String(value) : value,
      ]),
    ),
  };
};

const anyOutcome: typeof outcomes = ['granted', 'refused', 'answered'];
/** Outcomes that leave by the signature book alone, by the law or by the procedure. */
const toSignOf = (
  { request, content }: Whole,
  { procedure, today, agent, authority }: { procedure: Procedure | null; today: string } & Reader,
): View['toSign'] => {
  const service = authority.departments.find(({ code }) => code === request.department);
  const named = isNamed(agent, service);
  return anyOutcome.filter(
    (outcome) =>
      mustBeSigned({ decision: decisionOf(outcome), isNamed: named }, request) ||
      needsSignatures(procedure?.workflow ?? [], content.given ?? {}, outcome, today),
  );
};
/** What people wrote, as a page shows it: no number of the national register (decree 2019-341 says who may use one). */
const withoutNirs = ({ content, messages, notes }: Whole) => ({
  text: shownText(content.text),
  answers: content.answers.map((answer) => ({ ...answer, value: shownText(answer.value) })),
  messages: messages.map(shownMessage).map((message) => ({ ...message, text: shownText(message.text) })),
  notes: notes.map(({ id, at, author, text }) => ({ id, at, author, text: shownText(text) })),
});
type Reader = { agent: Agent; authority: Authority };

/** Pages stay with the contacts: they may be prepared after the request was opened. */
const pagesOf = async ({ contact, url }: ReadDeps, { documents }: Whole): Promise<View['documents']> => {
  const ids = [...new Set(documents.flatMap(({ contactId }) => contactId ?? []))];
  const prepared = (await Promise.all(ids.map((id) => contact(id)))).flatMap((one) => one.documents);
  const pages = (id: string): ContactDocument['pages'] => prepared.find((one) => one.id === id)?.pages ?? [];
  return Promise.all(
    documents.map(async ({ id, name, contentType, size, original }) => ({
      ...{ id, name, contentType, size },
      url: await url(original, name),
      pages: await Promise.all(pages(id).map((page) => viewedPage(page, url))),
    })),
  );
};

/** The request, whole, for an agent who may see it. The reading is journaled first: who is not noted sees nothing. */
export const readRequest =
  (deps: ReadDeps) =>
  async ({ params }: InputOf<typeof operation>, { agent }: AgentCaller): Promise<View> => {
    const authority = await deps.authority();
    const found = parseReference(params.reference, authority.prefix);
    if (!found) throw new Refusal('not-found');
    const now = deps.now();
    const { reference } = found;
    if (!mayRead(agent, (await deps.snapshot(reference)).request)) throw new Refusal('forbidden');
    await deps.append(reference, { key: readingKey(agent.login, now) }, () => ({
      commands: [{ command: 'personal-data-read', by: `agent:${agent.login}`, reason: 'instruction' }],
    }));
    const whole = await deps.load(reference);
    const { request, content, sender } = whole;
    const procedure = request.procedure
      ? await deps.procedure(request.procedure, request.procedureRevision ?? undefined)
      : null;
    const helpers = await helpersIn(whole, async (ids) => deps.helpers?.(ids) ?? new Map());
    const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
    const isOpen = !['closed', 'withdrawn', 'transferred', 'decided', 'delivered'].includes(request.state);
    const toSign = toSignOf(whole, { procedure, today: dayOf(now), agent, authority });
    const maySpeak = isOpen && request.department !== null && mayWork(agent, request);
    return {
      ...request,
      subject: content.subject,
      procedure: procedure && {
        ...{ id: procedure.id, title: procedure.title },
        isReport: asksForReport(procedure),
      },
      sender,
      ...withoutNirs(whole),
      documents: await pagesOf(deps, whole),
      timeline: whole.events.map((event) => timelineLine(event, helpers)),
      deadlines: deadlinesOf(whole, rulesOf(procedure, authority), { day: dayOf(now), dayOf }),
      instruction: instructionView(
        whole,
        { procedure, today: dayOf(now), dayOf, calendar: authority.holidays },
        agent,
      ),
      toSign,
      may: {
        assign: isOpen && mayAssign(agent, request),
        note: mayNote(agent, request),
        message: maySpeak,
        answer: maySpeak && request.letter?.state !== 'circulating' && toSign.length < anyOutcome.length,
      },
      now,
    };
  };
