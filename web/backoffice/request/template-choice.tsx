import { useQuery } from '@tanstack/react-query';
import { Select } from '../../ui/choice-fields.tsx';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { agentApi, type LetterTemplate } from '../data/agent-api.ts';

/** Letters to start from, filled for this request; one never replaces what was typed. Absent when there are none. */
export function TemplateChoice(props: { reference: string; onChoose(template: LetterTemplate): void }) {
  const list = useQuery({
    queryKey: ['letter-templates', props.reference],
    queryFn: () => agentApi.letterTemplates(props.reference),
    staleTime: 600_000,
  });
  const templates = list.data?.templates ?? [];
  if (templates.length === 0) return null;
  return (
    <Select
      id="compose-template"
      label={t.template}
      hint={t.templateHint}
      empty={t.templateNone}
      value=""
      options={templates.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id) => {
        const chosen = templates.find((template) => template.id === id);
        if (chosen) props.onChoose(chosen);
      }}
    />
  );
}
