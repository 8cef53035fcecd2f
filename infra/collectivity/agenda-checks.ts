import { agendaProblems } from '../../functions/appointments/agenda-checks.ts';
import type { Problem } from './problem.ts';
import type { Collectivity } from './shape.ts';

type Folder = Pick<Collectivity, 'appointments' | 'authority' | 'people'>;

/** Reasons, places and desks of appointments lead to departments and agents that the folder knows. */
export function agendaChecks({ appointments, authority, people }: Folder): Problem[] {
  if (!appointments) return [];
  const departments = authority.departments.map(({ code }) => code);
  const logins = people.agents.map(({ login }) => login);
  return agendaProblems(appointments, departments, logins).map((found) => ({
    file: 'appointments.json',
    ...found,
  }));
}
