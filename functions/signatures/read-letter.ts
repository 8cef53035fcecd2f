import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import type { Delegation } from '../agents/delegation.ts';
import { mayRead } from '../agents/rights.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { Append } from '../requests/append.ts';
import type { Whole } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import type { Download, InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { nameOf, takeBackStep } from './act-on-letter.ts';
import type { readLetter as operation, readEvidence, readLetterPage, readLetterPdf } from './book-api.ts';
import { waitingSteps } from './circuit.ts';
import { mayApprove, type Staff } from './holders.ts';
import type { CircuitStep, LetterRecord } from './letter.ts';
import type { LetterTable } from './letter-table.adapter.ts';
import { answerWords } from './messages/fr.ts';
import { mayRecall } from './send-back.ts';

export type ReadDeps = {
  load(reference: string): Promise<Whole>;
  append: Append;
  letters: Pick<LetterTable, 'read'>;
  authority(): Promise<Authority>;
  everybody(): Promise<Agent[]>;
  delegations(): Promise<Delegation[]>;
  url(object: ObjectRef, name?: string): Promise<string>;
  read(place: { key: string; versionId?: string }): Promise<Uint8Array>;
  /** Image of a page, counted from 1, as PNG. */
  image(letter: LetterRecord, page: number): Promise<Uint8Array>;
  now(): string;
  dayIn(zone: string, instant: string): string;
};
type Operation = typeof operation;
type Params = { params: { reference: string; letterId: string } };

/** Those in its circuit, its writer, and whoever may read the request. */
const isAbout = ({ circuit, submittedBy }: LetterRecord, { login }: Agent): boolean =>
  submittedBy.login === login ||
  circuit.some(({ holders, approval }) => holders.includes(login) || approval?.login === login);

/** The letter for somebody who may see it; the reading is journaled first, once a quarter of an hour. */
const opened = async (deps: ReadDeps, { params }: Params, { agent }: AgentCaller) => {
  const { reference, letterId } = params;
  const letter = await deps.letters.read(reference, letterId);
  const whole = await deps.load(reference);
  if (!isAbout(letter, agent) && !mayRead(agent, whole.request)) throw new Refusal('forbidden');
  const now = deps.now();
  const quarter = `${now.slice(0, 13)}-${Math.floor(Number(now.slice(14, 16)) / 15)}`;
  await deps.append(reference, { key: `read-${agent.login}-${quarter}` }, () => ({
    commands: [{ command: 'personal-data-read', by: `agent:${agent.login}`, reason: 'instruction' }],
  }));
  return { letter, whole, now };
};

const stepView = (agents: readonly Agent[]) => (step: CircuitStep) => {
  const find = (login: string) => agents.find((one) => one.login === login);
  const named = (login: string) => {
    const agent = find(login);
    return agent ? nameOf(agent) : login;
  };
  const { number, round, kind, title, holders, standIns, approval } = step;
  return {
    ...{ number, round, kind, title },
    holders: holders.map((login) => ({
      ...{ login, name: named(login), title: find(login)?.title ?? '' },
      onBehalfOf: standIns[login] ? named(standIns[login]) : null,
    })),
    approval: approval && {
      ...{ name: approval.name, quality: approval.quality, at: approval.at, comment: approval.comment },
      onBehalfOf: approval.onBehalfOf && named(approval.onBehalfOf),
      delegation: approval.delegation?.order ?? null,
    },
  };
};

export const readLetter =
  (deps: ReadDeps) =>
  async (input: InputOf<Operation>, caller: AgentCaller): Promise<ReplyOf<Operation>> => {
    const [{ letter, whole, now }, authority, agents, delegations] = await Promise.all([
      opened(deps, input, caller),
      deps.authority(),
      deps.everybody(),
      deps.delegations(),
    ]);
    const { request, content, sender, documents } = whole;
    const { agent } = caller;
    const matter = { department: request.department, procedure: request.procedure, kind: letter.outcome };
    const staff: Staff = { agents, delegations, on: deps.dayIn(authority.timeZone, now), matter };
    const waiting = letter.state === 'circulating' ? waitingSteps(letter.circuit) : [];
    return {
      ...letter,
      letterId: letter.id,
      version: request.version,
      sha256: letter.pdf.sha256,
      pages: letter.pdf.pages,
      attachments: await Promise.all(
        letter.attachments.map(async ({ id, name, size, object }) => ({
          ...{ id, name, size },
          url: await deps.url(object, name),
        })),
      ),
      circuit: letter.circuit.map(stepView(agents)),
      sealed: letter.sealed && { ...letter.sealed, verification: letter.verification },
      request: {
        subject: content.subject,
        sender: sender.name ?? sender.email ?? sender.phone ?? '',
        receivedOn: request.receivedOn,
        department: authority.departments.find(({ code }) => code === request.department)?.name ?? null,
        procedure: content.procedureTitle,
        text: content.text,
        answers: content.answers,
        documents: documents.map(({ name }) => name),
      },
      may: {
        approve: waiting.filter((step) => mayApprove(agent, step, staff)).map(({ number }) => number),
        return: waiting.some(({ holders }) => holders.includes(agent.login)),
        takeBack: takeBackStep(letter, agent.login),
        recall: letter.state === 'circulating' && mayRecall(agent, letter, request),
      },
      now,
    };
  };

export const readPage =
  (deps: ReadDeps) =>
  async (input: InputOf<typeof readLetterPage>, caller: AgentCaller): Promise<Download> => {
    const { letter } = await opened(deps, input, caller);
    const { page } = input.params;
    if (page > letter.pdf.pages) throw new Refusal('not-found');
    return { bytes: await deps.image(letter, page), name: `${letter.reference}-${page}.png` };
  };

export const readPdf =
  (deps: ReadDeps) =>
  async (input: InputOf<typeof readLetterPdf>, caller: AgentCaller): Promise<Download> => {
    const { letter } = await opened(deps, input, caller);
    const bytes = await deps.read(letter.sealed ?? letter.pdf);
    return { bytes, name: answerWords.fileName(letter.reference) };
  };

/** Refuses `not-found` before the letter is sealed: there is nothing to prove yet. */
export const readProof =
  (deps: ReadDeps) =>
  async (input: InputOf<typeof readEvidence>, caller: AgentCaller): Promise<Download> => {
    const { letter } = await opened(deps, input, caller);
    if (!letter.sealed) throw new Refusal('not-found');
    const bytes = await deps.read({ key: letter.sealed.evidenceKey });
    return { bytes, name: answerWords.evidenceName(letter.reference) };
  };
