import type { Role } from '../../../functions/agents/agent.ts';
import { search as t } from '../../ui/messages/backoffice-search-fr.ts';
import { EmptyState } from '../../ui/states.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { NewPerson } from './new-person.tsx';

/** Who may write somebody down, as the operation says. */
const makers: readonly Role[] = ['reception', 'qualification', 'instructor', 'head', 'administrator'];

/** Nothing answers: what to try, and somebody new can be written down at once. */
export function NothingFound({ words }: { words: string }) {
  const { me } = useSignedIn();
  return (
    <>
      <EmptyState title={t.emptyTitle(words)}>
        <ul>
          {[...t.emptyHints, t.reserved].map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      </EmptyState>
      {me.roles.some((role) => makers.includes(role)) && <NewPerson key={words} words={words} />}
    </>
  );
}
