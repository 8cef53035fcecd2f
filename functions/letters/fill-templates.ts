import type { AgentCaller } from '../agents/caller.ts';
import { mayWork } from '../agents/rights.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Whole } from '../requests/items.ts';
import { parseReference } from '../requests/reference.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { listLetterTemplates } from './agent-api.ts';
import { fillTemplate } from './fill-template.ts';
import { knownOfRequest, type Told } from './known-of-request.ts';
import { isOwnMark, openForAll } from './own-fields.ts';
import type { LetterTemplate } from './template.ts';
import { templateValues } from './template-values.ts';

export type FillDeps = {
  load(reference: string): Promise<Told['whole'] & Partial<Pick<Whole, 'members'>>>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  letters(): Promise<readonly LetterTemplate[]>;
  authority(): Promise<Authority>;
  today(zone: string): string;
  dayIn(zone: string, instant: string): string;
  publicUrl: string;
};
type Operation = typeof listLetterTemplates;
/** What is taken in by others, or written by the instruction when its time comes. */
const written: ReadonlySet<LetterTemplate['kind']> = new Set([
  'block',
  'documents-request',
  'acknowledgement',
]);

export const blocksOf = (letters: readonly LetterTemplate[]): Map<string, LetterTemplate> =>
  new Map(letters.filter(({ kind }) => kind === 'block').map((block) => [block.id, block]));

/**
 * The letters an agent may start from for one request, filled with what is known of it: those of its department and
 * those of everybody, by title, those that its procedure names first. Refuses `not-found`, and `forbidden` to who does not work on the request.
 */
export const filledTemplates =
  ({ load, letters, authority, today, dayIn, publicUrl, ...deps }: FillDeps) =>
  async (
    { params }: Pick<InputOf<Operation>, 'params'>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<Operation>> => {
    const whose = await authority();
    const reference = parseReference(params.reference, whose.prefix)?.reference;
    if (!reference) throw new Refusal('not-found');
    const [whole, all] = await Promise.all([load(reference), letters()]);
    if (!mayWork(agent, whole.request)) throw new Refusal('forbidden');
    const { department, procedure: named, procedureRevision } = whole.request;
    const procedure = named ? await deps.procedure(named, procedureRevision ?? undefined) : null;
    const own = new Set(Object.values(procedure?.letters ?? {}));
    const blocks = blocksOf(all);
    const usable = all.filter(
      ({ kind, departments }) =>
        !written.has(kind) &&
        (departments.length === 0 || (department !== null && departments.includes(department))),
    );
    const known = knownOfRequest({
      ...{ whole, procedure, authority: whose, agent, publicUrl, today: today(whose.timeZone) },
      dayOf: (instant) => dayIn(whose.timeZone, instant),
    });
    return {
      templates: usable
        .map((template) => {
          const { id, title, kind, outcome, mode } = template;
          const values = templateValues({ ...known, outcome });
          const isForAll = (whole.members?.length ?? 0) > 0;
          const filled = fillTemplate(template, isForAll ? openForAll(values) : values, blocks);
          const { subject, text } = filled;
          const missing = filled.missing.filter((mark) => !(isForAll && isOwnMark(mark)));
          return { id, title, kind, outcome, mode, subject, text, missing, suggested: own.has(id) };
        })
        .sort(
          (one, other) =>
            Number(other.suggested) - Number(one.suggested) || one.title.localeCompare(other.title, 'fr'),
        ),
    };
  };
