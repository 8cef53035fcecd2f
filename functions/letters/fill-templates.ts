import type { AgentCaller } from '../agents/caller.ts';
import { mayWork } from '../agents/rights.ts';
import type { Whole } from '../requests/items.ts';
import { parseReference } from '../requests/reference.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { listLetterTemplates } from './agent-api.ts';
import { dayInWords } from './messages/fr.ts';
import { fill, type LetterTemplate } from './template.ts';

export type FillDeps = {
  load(reference: string): Promise<Pick<Whole, 'request' | 'content' | 'sender'>>;
  letters(): Promise<readonly LetterTemplate[]>;
  authority(): Promise<Authority>;
};
type Operation = typeof listLetterTemplates;

/**
 * The letters an agent may start from for one request, filled with what is known of it: those of its department and
 * those of everybody, by title. Refuses `not-found`, and `forbidden` to who does not work on the request.
 */
export const filledTemplates =
  ({ load, letters, authority }: FillDeps) =>
  async (
    { params }: Pick<InputOf<Operation>, 'params'>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<Operation>> => {
    const whose = await authority();
    const reference = parseReference(params.reference, whose.prefix)?.reference;
    if (!reference) throw new Refusal('not-found');
    const { request, content, sender } = await load(reference);
    if (!mayWork(agent, request)) throw new Refusal('forbidden');
    const { department } = request;
    const values = {
      ...{ reference, subject: content.subject, authority: whose.name },
      name: sender.name ?? '',
      receivedOn: dayInWords(request.receivedOn),
      department: whose.departments.find(({ code }) => code === department)?.name ?? '',
    };
    const usable = (await letters()).filter(
      ({ departments }) =>
        departments.length === 0 || (department !== null && departments.includes(department)),
    );
    return {
      templates: usable
        .map(({ id, title, outcome, body }) => ({ id, title, outcome, text: fill(body, values) }))
        .sort((one, other) => one.title.localeCompare(other.title, 'fr')),
    };
  };
