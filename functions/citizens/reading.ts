import type { Agent } from '../agents/agent.ts';

/** Why what is known of somebody was looked at; `duplicate`: to tell whether somebody else is the same person. */
export const readingReasons = [
  'instruction',
  'reception',
  'call',
  'identity',
  'duplicate',
  'control',
] as const;
export type ReadingReason = (typeof readingReasons)[number];
export type Reading = {
  at: string;
  /** agent:<login> */
  by: string;
  reason: ReadingReason;
  /** The request it was opened from. */
  reference: string | null;
};

/** What an agent of these roles opens a page for when nothing else is said. */
export const usualReason = ({ roles }: Pick<Agent, 'roles'>): ReadingReason => {
  if (roles.includes('instructor') || roles.includes('head')) return 'instruction';
  if (roles.includes('reception') || roles.includes('qualification')) return 'reception';
  return 'control';
};
