import { useMutation } from '@tanstack/react-query';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import { toast } from '../../ui/status.tsx';
import { newKey, queries } from '../data/queries.ts';
import { distributionApi, type Move, type Moved } from './distribution-api.ts';

/** Where to: somebody, the common basket, or whom the rules choose. */
export type Target = Move['to'];

const refresh = () =>
  Promise.all(
    [['distribution'], ['shared'], ['board']].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );

const tell = (moved: readonly Moved[], nameOf: (login: string | null) => string): string => {
  const to = [...new Set(moved.map((one) => one.to))];
  const names = to.map((login) => {
    const count = moved.filter((one) => one.to === login).length;
    return to.length > 1 ? t.movedTo(nameOf(login), count) : nameOf(login);
  });
  return t.moved(moved.length, names.join(' ; '));
};

const tellOthers = (others: readonly Moved[]): void => {
  const codes = [...new Set(others.map(({ code }) => code))];
  for (const code of codes) {
    const some = others.filter((one) => one.code === code);
    toast(`${t.notMoved(some.length)} : ${t.notMovedWhy[code] ?? t.notMovedOther}.`);
  }
};

/** Moves requests and offers to put them back; what did not move says why. */
export function useMoves(department: string, nameOf: (login: string | null) => string) {
  const undo = async (moved: readonly Moved[]) => {
    const back = moved.map(({ reference, from }) => ({ reference, to: { agent: from } }));
    const { results } = await distributionApi.move(department, back, newKey());
    toast(t.undone(results.filter(({ code }) => code === 'moved').length));
    tellOthers(results.filter(({ code }) => code !== 'moved'));
    await refresh();
  };
  return useMutation({
    mutationFn: ({ references, to }: { references: readonly string[]; to: Target }) =>
      distributionApi.move(
        department,
        references.map((reference) => ({ reference, to })),
        newKey(),
      ),
    onSuccess: async ({ results }) => {
      const moved = results.filter(({ code }) => code === 'moved');
      if (moved.length > 0) toast(tell(moved, nameOf), { label: t.undo, run: () => void undo(moved) }, 20);
      tellOthers(results.filter(({ code }) => code !== 'moved'));
      await refresh();
    },
  });
}
