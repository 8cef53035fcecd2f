import type { Request } from '../requests/request.ts';
import type { Agent, Role } from './agent.ts';

/**
 * What an agent may do with a request: small questions, denied unless something allows. The roles of each operation are
 * checked before, at the door; here the department and the link to the request are.
 */
type Subject = Pick<Request, 'department' | 'agent'> & {
  opinions?: readonly { department: string }[];
};

/** Reserved letters of the cabinet are seen by the agents named in it, and by nobody for their role alone. */
const reserved = 'cabinet';
const everywhere: readonly Role[] = ['reception', 'qualification', 'quality', 'administrator'];
const works: readonly Role[] = ['instructor', 'head', 'administrator'];

const has = ({ roles }: Agent, some: readonly Role[]): boolean => roles.some((role) => some.includes(role));
const isOfDepartment = ({ departments }: Agent, { department }: Subject): boolean =>
  department !== null && departments.includes(department);

export const mayRead = (agent: Agent, request: Subject): boolean => {
  const isAsked = request.opinions?.some(({ department }) => agent.departments.includes(department));
  if (request.agent === agent.login || isOfDepartment(agent, request) || isAsked)
    return has(agent, [...everywhere, ...works, 'signatory']);
  return request.department !== reserved && has(agent, everywhere);
};

/** Answering, writing, printing: agents who work, in the department of the request. */
export const mayWork = (agent: Agent, request: Subject): boolean => {
  const isInCharge =
    isOfDepartment(agent, request) || (request.agent === agent.login && request.department !== null);
  return has(agent, works) && (isInCharge || (has(agent, ['administrator']) && mayRead(agent, request)));
};

/** A department that was asked gives its opinion through those who work or sign in it. */
export const mayAdvise = (agent: Agent, department: string): boolean =>
  agent.departments.includes(department) && has(agent, [...works, 'signatory']);

/** Printing and posting for everybody: the mail room. Reserved letters are printed by their own people. */
export const mayPost = (agent: Agent, request: Subject): boolean =>
  mayWork(agent, request) || (has(agent, ['scanning', 'administrator']) && maySee(agent, request.department));

/** Whoever may read a request may leave a note on it. */
export const mayNote = (agent: Agent, request: Subject): boolean => mayRead(agent, request);

/** Qualification agents give a request to any department; others only move what is theirs. */
export const mayAssign = (agent: Agent, request: Subject): boolean =>
  mayWork(agent, request) || (has(agent, ['qualification']) && mayRead(agent, request));

/** Sharing out the work of a department, and saying by which rules: its heads, administrators; the cabinet's own people alone. */
export const mayDistribute = (agent: Agent, department: string): boolean =>
  (has(agent, ['head']) && agent.departments.includes(department)) ||
  (has(agent, ['administrator']) && maySee(agent, department));

/** Departments whose board an agent may open. */
export const boardsOf = (agent: Agent, all: readonly string[]): string[] =>
  has(agent, ['administrator', 'quality'])
    ? all.filter((code) => code !== reserved || agent.departments.includes(code))
    : agent.departments;

/** What goes to the cabinet, a request or what may become one, shows to those named in it alone. */
export const maySee = ({ departments }: Agent, department: string | null): boolean =>
  !isReserved(department) || departments.includes(reserved);
export const isReserved = (department: string | null): boolean => department === reserved;

/** Requests that no department has yet: those who qualify see them. */
export const maySort = (agent: Agent): boolean => has(agent, ['qualification', 'administrator']);

/** Keeping the accounts (what is owed, refunds, the treasury's files): those who work in the finance department. */
export const mayKeepAccounts = (agent: Agent): boolean =>
  agent.departments.includes('finances') && has(agent, works);

/** Helping somebody in their name, with their word: those who meet people. */
export const mayHelp = (agent: Agent): boolean => has(agent, ['reception', 'instructor', 'head']);
