import { useQuery } from '@tanstack/react-query';
import type { Option } from '../../ui/choice-fields.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { templatesApi } from '../letters/templates-api.ts';

/** Letters that a procedure may name, by their title; a block is part of a letter, not one. */
export function useLetters(): readonly Option[] {
  const list = useQuery({
    queryKey: ['procedure-letters'],
    queryFn: templatesApi.list,
    staleTime: 300_000,
  });
  return (list.data?.templates ?? [])
    .filter(({ kind }) => kind !== 'block')
    .map(({ id, title, kind, outcome }) => ({
      value: id,
      label: kind === 'decision' ? `${title} (${choices.outcome?.[outcome] ?? outcome})` : title,
    }));
}
