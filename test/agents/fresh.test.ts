import { describe, expect, it } from 'vitest';
import { isFresh } from '../../functions/agents/session.ts';

const now = '2026-11-23T10:00:00.000Z';
const how = (authTime: string | null) => ({ authTime, amr: ['pwd'], acr: null });

describe('whoever approves many letters at once', () => {
  it.each([
    ['showed who they are nine minutes ago', how('2026-11-23T09:51:00.000Z'), true],
    ['did so eleven minutes ago', how('2026-11-23T09:49:00.000Z'), false],
    ['never did, as far as the provider says', how(null), false],
    ['signed in before that was noted', undefined, false],
    ['did so in a future that a moved clock left behind', how('2026-11-24T10:00:00.000Z'), false],
  ])('must have shown lately who they are: %s', (_why, authentication, fresh) => {
    expect(isFresh(authentication, now)).toBe(fresh);
  });
});
