import type {
  listTemplates,
  previewTemplate,
  readTemplateToEdit,
  saveTemplate,
  tryTemplate,
} from '../../../functions/letters/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import type { Draft } from './draft.ts';

export type Managed = AnswerOf<typeof listTemplates>;
export type Kept = AnswerOf<typeof readTemplateToEdit>;
export type Trial = AnswerOf<typeof tryTemplate>;

export const templatesApi = {
  list: () => call<typeof listTemplates>('GET /api/agent/letter-templates', {}),
  read: (id: string, revision?: number) =>
    call<typeof readTemplateToEdit>('GET /api/agent/letter-templates/{id}', {
      params: { id },
      query: { revision },
    }),
  save: (id: string, template: Draft, revision: number) =>
    call<typeof saveTemplate>('PUT /api/agent/letter-templates/{id}', {
      params: { id },
      body: { template, revision },
    }),
  tryOut: (template: Draft, reference: string, signal?: AbortSignal) =>
    call<typeof tryTemplate>(
      'POST /api/agent/letter-templates/try',
      { body: { template, ...(reference && { reference }) } },
      { signal },
    ),
  pdf: (template: Draft, reference: string) =>
    call<typeof previewTemplate>('POST /api/agent/letter-templates/preview', {
      body: { template, ...(reference && { reference }) },
    }),
};
