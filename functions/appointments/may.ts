import type { Agent } from '../agents/agent.ts';
import type { Agenda, Desk } from './agenda.ts';

/** An agent receives for reasons of their departments; administrators for all but what is reserved to others. */
export const mayReceive = (
  agent: Pick<Agent, 'roles' | 'departments'>,
  agenda: Agenda,
  reason: string,
): boolean => {
  const department = agenda.reasons.find(({ code }) => code === reason)?.department;
  // A reason that is no more still has people who come for it.
  if (department === undefined)
    return agent.roles.some((role) => role === 'administrator' || role === 'reception');
  return agent.departments.includes(department);
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const changedOf = <T extends { code: string }>(before: readonly T[], after: readonly T[]): T[] => {
  const find = (list: readonly T[], code: string) => list.find((one) => one.code === code);
  return [
    ...before.filter((one) => !isSame(one, find(after, one.code))),
    ...after.filter((one) => !isSame(one, find(before, one.code))),
  ];
};

/** Administrators change everything; heads reasons and desks of their departments, never places nor what all share. */
export const mayChange = (
  { roles, departments }: Pick<Agent, 'roles' | 'departments'>,
  before: Agenda,
  after: Agenda,
): boolean => {
  if (roles.includes('administrator')) return true;
  const ours = (agenda: Agenda, code: string) =>
    departments.includes(agenda.reasons.find((one) => one.code === code)?.department ?? '');
  const isOurDesk = (desk: Desk) => desk.reasons.every((code) => ours(before, code) || ours(after, code));
  return (
    isSame(before.places, after.places) &&
    isSame(before.translations, after.translations) &&
    before.perPerson === after.perPerson &&
    changedOf(before.reasons, after.reasons).every(({ department }) => departments.includes(department)) &&
    changedOf(before.desks, after.desks).every(isOurDesk)
  );
};
