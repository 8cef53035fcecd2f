import { type Mandate, stateNow } from './mandate.ts';
import type { MandateView } from './view-api.ts';

/** Codes, names and days; addresses of either side stay where they are. */
export const mandateView = (mandate: Mandate, now: string): MandateView => {
  const { id, represented, helper, scope, createdAt, activeSince, until, over, consent, way } = mandate;
  return {
    ...{ id, scope, createdAt, activeSince, until },
    state: stateNow(mandate, now),
    represented: represented.name,
    helper: { kind: helper.kind, name: helper.name, organisation: helper.organisation },
    ...{ overAt: over?.at ?? null, overBy: over?.by.split(':')[0] ?? null },
    ...{ consent: consent.how, told: way.kind },
  };
};
