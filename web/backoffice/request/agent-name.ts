import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { useColleagues } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';

/** Names of agents by login, as far as the department's list and the agent's own account tell. */
export function useAgentName(department: string | null): (login: string) => string {
  const { me } = useSignedIn();
  const colleagues = useColleagues(department);
  return (login) =>
    login === me.login
      ? `${me.givenName} ${me.familyName} (${shell.you})`
      : (colleagues.data?.agents.find((each) => each.login === login)?.name ?? login);
}
