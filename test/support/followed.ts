import type { FollowedRequest } from '../../functions/follow/citizen-api.ts';
import type { CitizenAnswer } from '../../functions/follow/view-api.ts';

/** A line of somebody's list; a test overrides only what matters to it. */
export const followed = (change: Partial<FollowedRequest> = {}): FollowedRequest => ({
  ...{ reference: 'VC-2026-000123-W', subject: 'Aide à l’achat d’un vélo électrique', group: 'open' },
  ...{ state: 'in-progress', channel: 'form', receivedOn: '2026-11-18', procedure: null },
  ...{ department: 'Mobilité et stationnement', promisedOn: '2026-12-18', until: null },
  ...{ outcome: null, endedOn: null, appealOf: null, proof: 'lodged' },
  ...change,
});
export const listed = (requests: FollowedRequest[], over: object = {}) => ({
  ...{ requests, next: null, isSeeking: false, now: '2026-11-22T10:00:00.000Z' },
  ...over,
});

/** A refusal that was sent four days ago; a test overrides only what matters to it. */
export const refusal = (change: Partial<CitizenAnswer> = {}): CitizenAnswer => ({
  ...{ outcome: 'refused', isImplicit: false, on: '2026-11-18' },
  inFact: 'Le vélo est d’occasion : l’aide est réservée aux vélos neufs.',
  inLaw: 'Le règlement de l’aide, article 4.',
  remedies: {
    ...{ until: '2027-01-19', state: 'running', article: 'CJA R421-1' },
    authority: { name: 'Ville de Val-Clair', postalAddress: '1 place', email: 'mairie@val-clair.example' },
    court: {
      name: 'tribunal administratif de Clermoulins',
      address: '4 quai de la Justice, 99330 Clermoulins',
    },
    mediator: { name: 'médiatrice de Val-Clair', url: 'https://val-clair.example/mediatrice' },
  },
  ...{
    mayContest: true,
    appeals: [],
    rating: null,
    rateUntil: '2026-12-18',
    mayRate: true,
    mayReopen: false,
  },
  ...change,
});
