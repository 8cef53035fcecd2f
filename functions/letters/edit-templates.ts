import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { listTemplates, readTemplateToEdit, saveTemplate } from './agent-api.ts';
import { blocksOf } from './fill-templates.ts';
import type { LetterTemplate } from './template.ts';
import { blocksIn } from './template-body.ts';
import { readTemplateDocument } from './template-problems.ts';
import type { StoredTemplate, TemplateTable } from './template-table.adapter.ts';

export type EditDeps = {
  templates: Pick<TemplateTable, 'list' | 'read' | 'past' | 'save'>;
  authority(): Promise<Authority>;
  now(): string;
};

/** Administrators write every letter; heads those of their own departments, never one that others use. */
export const mayWriteTemplate = (
  agent: Agent,
  { departments }: Pick<LetterTemplate, 'departments'>,
): boolean =>
  agent.roles.includes('administrator') ||
  (agent.roles.includes('head') &&
    departments.length > 0 &&
    departments.every((code) => agent.departments.includes(code)));

const lettersOf = (stored: readonly StoredTemplate[]) => stored.map(({ letter }) => letter);

export const list =
  ({ templates, authority }: EditDeps) =>
  async (_input: unknown, { agent }: AgentCaller): Promise<ReplyOf<typeof listTemplates>> => {
    const [stored, { departments }] = await Promise.all([templates.list(), authority()]);
    const managed = stored.map(({ letter, revision, by, at }) => {
      const { id, title, kind, outcome, mode, departments: used } = letter;
      return {
        ...{ id, title, kind, outcome, mode, departments: used, revision, by, at },
        mine: mayWriteTemplate(agent, letter),
      };
    });
    return {
      templates: managed.sort((one, other) => one.title.localeCompare(other.title, 'fr')),
      departments: departments.map(({ code, name }) => ({ code, name })),
    };
  };

/** One template to work on; with `revision`, as it was. Refuses `not-found`. */
export const read =
  ({ templates, authority }: EditDeps) =>
  async (
    { params, query }: InputOf<typeof readTemplateToEdit>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof readTemplateToEdit>> => {
    const [current, past, all, { departments }] = await Promise.all([
      templates.read(params.id),
      templates.past(params.id),
      templates.list(),
      authority(),
    ]);
    if (!current) throw new Refusal('not-found');
    const wanted = query.revision ?? current.revision;
    const shown = [...past, current].find(({ revision }) => revision === wanted);
    if (!shown) throw new Refusal('not-found');
    const { letter, revision, by, at } = shown;
    const known = { blocks: blocksOf(lettersOf(all)), departments };
    return {
      template: { ...letter },
      ...{ revision, by, at },
      mine: mayWriteTemplate(agent, current.letter),
      revisions: [...past, current]
        .map((one) => ({ revision: one.revision, by: one.by, at: one.at }))
        .sort((one, other) => other.revision - one.revision),
      usedBy: lettersOf(all)
        .filter(({ body }) => letter.kind === 'block' && blocksIn(body).includes(letter.id))
        .map(({ id, title }) => ({ id, title })),
      problems: readTemplateDocument(letter, known).problems,
    };
  };

/** The next revision. Refuses `invalid-input` with a problem a field, `forbidden`, `conflict`. */
export const save =
  ({ templates, authority, now }: EditDeps) =>
  async (
    { params, body }: InputOf<typeof saveTemplate>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof saveTemplate>> => {
    const [before, all, { departments }] = await Promise.all([
      templates.read(params.id),
      templates.list(),
      authority(),
    ]);
    if ((before?.revision ?? 0) !== body.revision) throw new Refusal('conflict');
    const known = { blocks: blocksOf(lettersOf(all)), departments };
    const { template, problems } = readTemplateDocument({ ...body.template, id: params.id }, known);
    if (!template || problems.length > 0)
      throw new Refusal(
        'invalid-input',
        problems.map(({ path, code, message }) => ({ field: path, code, params: { message } })),
      );
    const isTheirs = [template, ...(before ? [before.letter] : [])].every((one) =>
      mayWriteTemplate(agent, one),
    );
    if (!isTheirs) throw new Refusal('forbidden');
    const isUsed = all.some(({ letter }) => blocksIn(letter.body).includes(template.id));
    if (before?.letter.kind === 'block' && template.kind !== 'block' && isUsed)
      throw new Refusal('invalid-input', [{ field: 'kind', code: 'used-block' }]);
    return { revision: await templates.save({ letter: template, by: agent.login, at: now() }, before) };
  };
