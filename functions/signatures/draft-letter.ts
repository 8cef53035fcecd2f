import type { Agent } from '../agents/agent.ts';
import type { Delegation } from '../agents/delegation.ts';
import { filledFor } from '../instruction/group-words.ts';
import { circuitOf, stepsFor, type Walk } from '../instruction/workflow.ts';
import { checkLetter } from '../letters/check-letter.ts';
import { composeLetter, letterWords } from '../letters/compose-letter.ts';
import type { DrawnLetter, LetterGiven, PrintedCode } from '../letters/letter.ts';
import type { LetterQr } from '../letters/qr.ts';
import type { LetterTemplate } from '../letters/template.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Upload } from '../requests/follow.ts';
import type { Whole } from '../requests/items.ts';
import type { StoredFile } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { nameOf } from './act-on-letter.ts';
import type { submitLetter } from './agent-api.ts';
import { signatureOf, signingFor } from './circuit.ts';
import { type Staff, withHolders } from './holders.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterTable } from './letter-table.adapter.ts';
import { decisionOf, isNamed, mayBeBare } from './must-be-signed.ts';
import { signingBlock } from './signing-block.ts';

export type DraftDeps = {
  letters: Pick<LetterTable, 'find'>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  templates(): Promise<readonly LetterTemplate[]>;
  everybody(): Promise<Agent[]>;
  delegations(): Promise<Delegation[]>;
  claim(upload: Upload, place: { reference: string; messageId: string; index: number }): Promise<StoredFile>;
  draw(letter: LetterGiven): Promise<DrawnLetter>;
  /** Keeps the PDF; answers its version. */
  keep(key: string, content: Uint8Array | string, contentType: string): Promise<string>;
  /** Codes by which the paper is recognised when it comes back. */
  codeOf(letter: LetterQr): Promise<PrintedCode>;
  newCode(): string;
  newSalt(): string;
  now(): string;
  dayIn(zone: string, instant: string): string;
  hashOf(bytes: Uint8Array): string;
  /** The authority's logo, as SVG; null without one. */
  logo(): Promise<string | null>;
  publicUrl: string;
};
export const letterFolder = (reference: string, id: string): string => `signed/${reference}/${id}`;

export type Making = {
  id: string;
  whole: Whole;
  authority: Authority;
  agent: Agent;
  body: InputOf<typeof submitLetter>['body'];
};

/** The letter as it goes into the book: checked, drawn, kept, its circuit known. Refuses `letter-not-ready`, `invalid-input`. */
export const draftLetter = async (deps: DraftDeps, given: Making) => {
  const { id, whole, authority, agent, body } = given;
  const { request, content } = whole;
  const { reference } = request;
  const at = deps.now();
  const day = deps.dayIn(authority.timeZone, at);
  const [procedure, templates, agents, delegations] = await Promise.all([
    request.procedure ? deps.procedure(request.procedure, request.procedureRevision ?? undefined) : null,
    deps.templates(),
    deps.everybody(),
    deps.delegations(),
  ]);
  const chosen = body.template ?? procedure?.letters[body.outcome];
  const template = templates.find((one) => one.id === chosen) ?? null;
  if (body.template && !template) throw wrong('template');
  const { department, stepsDone } = request;
  const decided = stepsDone.findLast(({ outcome }) => outcome === 'granted' || outcome === 'refused');
  if (decided && decided.outcome !== body.outcome) throw wrong('outcome');
  const matter = { department, procedure: request.procedure, kind: body.outcome };
  const staff: Staff = { agents, delegations, on: day, matter };
  // Steps are asked for what this letter decides.
  const letter = { outcome: body.outcome, state: 'circulating' } as Walk['letter'];
  const steps = circuitOf(
    stepsFor(procedure?.workflow ?? [], content.given ?? {}, { ...request, letter }, day),
  );
  const decision = decisionOf(body.outcome, template);
  const isChosen = body.template !== null;
  const service = authority.departments.find(({ code }) => code === department);
  const signing = { template, isChosen, decision, isNamed: isNamed(agent, service) };
  const { mode, circuit: asked } = signingFor(steps, signing, request);
  const circuit = withHolders(asked, staff);
  const attachments = await attached(deps, given);
  const verification = deps.newCode();
  const subject = body.subject ?? content.subject;
  // A letter begun as an answer to a group leaves room for each one's name; a signed one is for its own person.
  const text = filledFor(body.text, whole);
  const { letter: composed, facts } = composeLetter({
    ...{ whole, authority, procedure, mode, subject, day, outcome: body.outcome, text: text.trim() },
    ...{ author: agent, ...signingBlock(circuit, staff, agent) },
    kind: template && decision === null && !signatureOf(circuit) ? template.kind : 'decision',
    enclosures: attachments.map(({ name }) => name),
    mayBeUnsigned: mayBeBare(request),
    remedies: template?.remedies,
    code: await deps.codeOf({ kind: 'letter', reference, id }),
    logo: await deps.logo(),
    verification: { url: `${deps.publicUrl}/verifier#${verification}` },
  });
  const check = checkLetter(composed, facts);
  if (check.blocking.length > 0) throw new Refusal('letter-not-ready', check.blocking.map(problem));
  const drawn = await deps.draw(composed);
  const key = `${letterFolder(reference, id)}/letter.pdf`;
  const versionId = await deps.keep(key, drawn.pdf, 'application/pdf');
  const record: LetterRecord = {
    ...{ id, reference, subject, circuit, mode, attachments, verification },
    ...{ revision: 0, template: template?.id ?? null, outcome: body.outcome, decision, text },
    words: letterWords(composed),
    state: circuit.length > 0 ? 'circulating' : 'ready',
    pdf: { key, versionId, sha256: deps.hashOf(drawn.pdf), size: drawn.pdf.length, pages: drawn.pages },
    place: drawn.seal,
    submittedBy: { login: agent.login, name: nameOf(agent), quality: agent.title },
    submittedAt: at,
    ...{ due: whole.due, urgency: request.urgency, returned: null, sealed: null, salt: deps.newSalt() },
  };
  return { letter: record, staff, advice: check.advice.map(({ code }) => ({ field: 'text', code })) };
};

const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);
type Problem = ReturnType<typeof checkLetter>['blocking'][number];
/** The checker's own sentence goes with its code: it names the very words that are wrong. */
const problem = ({ code, message, article, place }: Problem) => ({
  field: 'text',
  code,
  params: { message, ...(article ? { article } : {}), ...(place ? { place } : {}) },
});

/** New files, and those kept from the letter that came back. */
const attached = async (deps: DraftDeps, { id, whole, body }: Making): Promise<StoredFile[]> => {
  const { reference, letter } = whole.request;
  const before = body.keep.length > 0 && letter ? await deps.letters.find(reference, letter.letterId) : null;
  const kept = (before?.attachments ?? []).filter((file) => body.keep.includes(file.id));
  const fresh: StoredFile[] = [];
  for (const [index, upload] of body.uploads.entries())
    fresh.push(await deps.claim(upload, { reference, messageId: id, index }));
  return [...kept, ...fresh];
};
