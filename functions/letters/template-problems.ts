import type { TemplateProblem } from './agent-api.ts';
import { templateMessage } from './messages/template-fr.ts';
import { LetterTemplate } from './template.ts';
import { blocksIn } from './template-body.ts';

export type Read = { template: LetterTemplate | null; problems: TemplateProblem[] };
type Known = { blocks: ReadonlyMap<string, LetterTemplate>; departments: readonly { code: string }[] };

/** Reads what somebody wrote, with every problem in the words of the editor: where, what, and what to do. */
export const readTemplateDocument = (document: unknown, known: Known): Read => {
  const parsed = LetterTemplate().safeParse(document);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue): TemplateProblem => {
      const params = issue.code === 'custom' ? (issue.params as { code?: string; at?: string }) : undefined;
      const code = params?.code ?? issue.code;
      const path = issue.path.join('.');
      return { path, code, at: params?.at ?? '', message: templateMessage(code, path, params?.at ?? '') };
    });
    return { template: null, problems };
  }
  const template = parsed.data;
  const say = (path: string, code: string, at: string): TemplateProblem => ({
    ...{ path, code, at },
    message: templateMessage(code, path, at),
  });
  const problems = [
    ...blocksIn(template.body)
      .filter((id) => !known.blocks.has(id) || id === template.id)
      .map((id) => say('body', 'unknown-block', id)),
    ...template.departments
      .filter((code) => !known.departments.some((one) => one.code === code))
      .map((code) => say('departments', 'unknown-department', code)),
    ...(template.kind === 'block' && template.circuit ? [say('circuit', 'circuit-of-block', '')] : []),
  ];
  return { template, problems };
};
