import type { Agent } from '../agents/agent.ts';
import type { Notice } from './agent-api.ts';

/** Under this code stands the message for everybody, beside those of the departments. */
export const everybody = '-';

/** A head speaks for departments of theirs; the whole house, and any department, are for administrators and quality. */
export const maySpeakFor = (
  { roles, departments }: Pick<Agent, 'roles' | 'departments'>,
  topic: string | null,
): boolean =>
  roles.some((role) => role === 'administrator' || role === 'quality') ||
  (roles.includes('head') && topic !== null && departments.includes(topic));

/** Those that are on at an instant: the one for everybody first, then by subject. */
export const onAt = (notices: readonly Notice[], now: string): Notice[] =>
  notices
    .filter(({ until, text }) => text !== '' && (until === null || until > now))
    .sort((a, b) => ((a.topic ?? '') < (b.topic ?? '') ? -1 : 1));

/** What a caller about a subject hears: the message for everybody, then that of the subject. */
export const saidTo = (notices: readonly Notice[], topic: string | null): string =>
  notices
    .filter((notice) => notice.topic === null || notice.topic === topic)
    .map(({ text }) => text)
    .join(' ');
