import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayWork } from '../agents/rights.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { parseReference } from '../requests/reference.ts';
import type { Authority } from '../settings/authority.ts';
import type { Download, InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { checkRequestLetter, previewTemplate, tryTemplate } from './agent-api.ts';
import { checkLetter } from './check-letter.ts';
import { composeLetter } from './compose-letter.ts';
import { fillTemplate } from './fill-template.ts';
import { blocksOf } from './fill-templates.ts';
import { knownOfRequest, type Told } from './known-of-request.ts';
import type { DrawnLetter, LetterFacts, LetterGiven } from './letter.ts';
import { trackingUrlOf } from './mail.ts';
import { sampleWords } from './messages/sample-fr.ts';
import { sampleRequest } from './sample.ts';
import type { LetterTemplate } from './template.ts';
import { readTemplateDocument } from './template-problems.ts';
import type { TemplateTable } from './template-table.adapter.ts';
import { type KnownOf, templateValues } from './template-values.ts';

export type TryDeps = {
  templates: Pick<TemplateTable, 'list'>;
  authority(): Promise<Authority>;
  load(reference: string): Promise<Told['whole']>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  logo(): Promise<string | null>;
  draw(letter: LetterGiven): Promise<DrawnLetter>;
  today(zone: string): string;
  dayIn(zone: string, instant: string): string;
  publicUrl: string;
};
type Tried = InputOf<typeof tryTemplate>['body'];
type Made = { filled: ReturnType<typeof fillTemplate>; letter: LetterGiven; facts: LetterFacts };

/** The request named, of those the agent works on. Refuses `not-found`, `forbidden`. */
const asked = async (
  deps: TryDeps,
  typed: string,
  { authority, agent }: { authority: Authority; agent: Agent },
) => {
  const reference = parseReference(typed, authority.prefix)?.reference;
  if (!reference) throw new Refusal('not-found');
  const whole = await deps.load(reference);
  if (!mayWork(agent, whole.request)) throw new Refusal('forbidden');
  const { procedure, procedureRevision } = whole.request;
  const known = procedure ? await deps.procedure(procedure, procedureRevision ?? undefined) : null;
  return { whole, procedure: known };
};

const make = async (
  deps: TryDeps,
  given: {
    template: LetterTemplate;
    blocks: Map<string, LetterTemplate>;
    authority: Authority;
    agent: Agent;
  },
  reference: string | undefined,
): Promise<Made> => {
  const { template, authority, agent } = given;
  const today = deps.today(authority.timeZone);
  const { publicUrl } = deps;
  const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
  const about = reference ? await asked(deps, reference, given) : null;
  const whole = about?.whole ?? sampleRequest(authority, template.departments[0] ?? null, today);
  const procedure = about?.procedure ?? null;
  const known: KnownOf = about
    ? knownOfRequest({ ...about, authority, agent, today, dayOf, publicUrl })
    : {
        ...{
          whole,
          authority,
          author: agent,
          today,
          trackingUrl: trackingUrlOf(publicUrl, whole.request.reference),
        },
        ...{ documents: sampleWords.documents, silenceOn: today, shown: anyAnswer },
      };
  const values = templateValues({ ...known, outcome: template.outcome });
  const filled = fillTemplate(template, values, given.blocks);
  const { kind, mode, outcome } = template;
  const composed = composeLetter({
    ...{ whole, authority, kind, mode, outcome, procedure, subject: filled.subject, text: filled.text },
    ...{ author: agent, signatory: null, capacity: null, day: today, enclosures: [] },
    ...{ mayBeUnsigned: true, logo: await deps.logo(), remedies: template.remedies },
  });
  return { filled, ...composed };
};
/** Whatever question is asked for, an invented request has answered it. */
const anyAnswer = new Proxy<Record<string, string>>({}, { get: () => sampleWords.answer });

const readAll = async (deps: TryDeps, document: Tried['template']) => {
  const [stored, authority] = await Promise.all([deps.templates.list(), deps.authority()]);
  const blocks = blocksOf(stored.map(({ letter }) => letter));
  return {
    ...readTemplateDocument(document, { blocks, departments: authority.departments }),
    blocks,
    authority,
  };
};

const nothing = {
  ...{ subject: '', text: '', mentions: [], signature: null, recipient: [], missing: [] },
  ...{ blocking: [], advice: [], readability: 100 },
};

/** What a template gives and what is wrong with it, as it is typed. */
export const tryOut =
  (deps: TryDeps) =>
  async (
    { body }: InputOf<typeof tryTemplate>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof tryTemplate>> => {
    const { template, problems, blocks, authority } = await readAll(deps, body.template);
    if (!template) return { ...nothing, problems };
    const { filled, letter, facts } = await make(
      deps,
      { template, blocks, authority, agent },
      body.reference,
    );
    const { blocking, advice, readability } = checkLetter(letter, facts);
    // A gap is what a template leaves to whoever writes: it is shown as missing, not as a fault.
    const faults = blocking.filter(
      ({ code }) => code !== 'field-left' && code !== 'law-missing' && code !== 'facts-missing',
    );
    const { signature, subject, text, mentions = [], recipient } = letter;
    return {
      ...{ problems, subject, text, missing: filled.missing, blocking: faults, advice, readability },
      mentions: mentions.map((one) => ({ title: one.title, text: one.text })),
      signature: signature
        ? {
            capacity: signature.capacity,
            name: `${signature.signatory.givenName} ${signature.signatory.familyName}`,
            title: signature.signatory.title,
          }
        : null,
      recipient: [...recipient],
    };
  };

/** The same as the PDF that would be printed. Refuses `invalid-input` when the template cannot be read. */
export const preview =
  (deps: TryDeps) =>
  async ({ body }: InputOf<typeof previewTemplate>, { agent }: AgentCaller): Promise<Download> => {
    const { template, blocks, authority } = await readAll(deps, body.template);
    if (!template) throw new Refusal('invalid-input', [{ field: 'template', code: 'invalid' }]);
    const { letter } = await make(deps, { template, blocks, authority, agent }, body.reference);
    const { pdf } = await deps.draw(letter);
    return { bytes: pdf, name: `${template.id}.pdf` };
  };

/** What the checker says of a letter under an agent's hands. Refuses `not-found`, `forbidden`. */
export const checkOne =
  (deps: TryDeps) =>
  async (
    { params, body }: InputOf<typeof checkRequestLetter>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof checkRequestLetter>> => {
    const [stored, authority] = await Promise.all([deps.templates.list(), deps.authority()]);
    const { whole, procedure } = await asked(deps, params.reference, { authority, agent });
    const template = stored.find(({ letter }) => letter.id === body.template)?.letter;
    const { letter, facts } = composeLetter({
      remedies: template?.remedies,
      ...{
        whole,
        authority,
        procedure,
        outcome: body.outcome,
        subject: body.subject || null,
        text: body.text,
      },
      ...{ kind: 'decision', mode: template?.mode ?? 'seal', author: agent, signatory: null, capacity: null },
      ...{ day: deps.today(authority.timeZone), enclosures: [], mayBeUnsigned: false },
    });
    return checkLetter(letter, facts);
  };
