// @module-tag more
import { describe } from 'vitest';
import { screens } from '../../support/browser.ts';
import { anAgent, promise } from './accessible.ts';
import { appointmentsOnPhones } from './appointment-states.ts';
import { onPhones } from './procedure-states.ts';
import { receptionOnPhones } from './reception-states.ts';
import { scanningOnPhones } from './scanning-states.ts';
import { states } from './states.ts';

const names = [
  'board',
  'contact',
  'request',
  ...scanningOnPhones,
  'letters',
  'queue',
  'results',
  'suggestions',
  'person, merged',
  'duplicates',
  'sharing out',
  'a rule in its form',
  'the common basket, nothing chosen',
  ...onPhones,
  ...receptionOnPhones,
  ...appointmentsOnPhones,
];

describe(promise, () => {
  anAgent({ viewport: screens.phone, hasTouch: true }).canUse(
    states
      .filter(({ name }) => names.includes(name))
      .map((state) => (state.name === 'contact' ? { ...state, seen: 'Fiche' } : state)),
    'on a phone',
  );
});
