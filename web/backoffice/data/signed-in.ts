import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import type { Session } from './agent-api.ts';

/** The agent who is signed in, for pages that are only shown to one. */
export const SignedIn = createContext<Session | null>(null);

export function useSignedIn(): Session & { departmentName(code: string | null): string } {
  const session = useContext(SignedIn);
  if (!session) throw new Error('a page for agents was shown to nobody');
  const departmentName = (code: string | null) =>
    code === null
      ? shell.noDepartment
      : (session.departments.find((each) => each.code === code)?.name ?? code);
  return { ...session, departmentName };
}
