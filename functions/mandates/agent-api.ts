import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { Day, MandateView, OfferedTo, Scopes } from './view-api.ts';

const desk = ['reception', 'instructor', 'head'] as const;
const post = [...desk, 'scanning', 'administrator', 'quality'] as const;
const id = () => z.object({ id: z.string().max(64) });

export const listPersonMandates = operation({
  method: 'GET',
  path: '/api/agent/mandates',
  roles: [...desk, 'quality', 'administrator'],
  summary: 'Who may act for a person of the register, and who could: the newest fifty',
  query: () => z.object({ person: z.string().max(64) }),
  response: () =>
    z.object({
      person: z.string().describe('name'),
      mandates: z.array(MandateView().extend({ isMine: z.boolean() })),
      /** How the person would be told; null when no way is known that leads to them alone. */
      told: z.enum(['mail', 'text', 'letter']).nullable(),
      mayRecord: z.boolean(),
      today: z.string(),
      latest: z.string(),
    }),
});
export const recordMandate = operation({
  method: 'POST',
  path: '/api/agent/mandates',
  roles: desk,
  summary:
    'Note what a person said or signed at the desk: the agent helps them (`helper` null, until the end of the day unless said), or somebody else will',
  body: () =>
    z.strictObject({
      person: z.string().max(64),
      helper: OfferedTo().nullable(),
      scope: Scopes(),
      until: Day().nullable(),
      consent: z.strictObject({
        how: z.enum(['spoken', 'signed']),
        note: z.string().trim().max(500).nullable().default(null),
      }),
    }),
  status: 201,
  response: MandateView,
});
export const helpAtDesk = operation({
  method: 'POST',
  path: '/api/agent/mandates/{id}/act',
  roles: desk,
  summary: 'Open the portal in the name of whom the agent helps, as long as their mandate stands',
  params: id,
  status: 200,
  response: () => z.object({ to: z.string() }),
});
export const endForPerson = operation({
  method: 'POST',
  path: '/api/agent/mandates/{id}/end',
  roles: [...desk, 'quality', 'administrator'],
  summary: 'End a mandate at once because its person says so at the desk or by telephone',
  params: id,
  status: 200,
  response: MandateView,
});
export const listMandateLetters = operation({
  method: 'GET',
  path: '/api/agent/mandates/letters',
  roles: post,
  summary:
    'Letters that tell people without mail who may act for them: to be printed and posted, oldest first',
  response: () =>
    z.object({
      letters: z.array(
        z.object({
          id: z.string(),
          key: z.string(),
          about: z.enum(['begun', 'over']),
          recipient: z.string(),
          since: z.string(),
          url: z.string(),
        }),
      ),
    }),
});
export const markMandateLetterPosted = operation({
  method: 'POST',
  path: '/api/agent/mandates/{id}/posted',
  roles: post,
  summary: 'The letter is on its way',
  params: id,
  body: () => z.strictObject({ key: z.string().max(200) }),
});
