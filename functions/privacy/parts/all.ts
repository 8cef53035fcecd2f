import type { Part } from '../part.ts';
import { account } from './account.ts';
import { appointments } from './appointments.ts';
import { contacts } from './contacts.ts';
import { drafts } from './drafts.ts';
import { household } from './household.ts';
import { mandates } from './mandates.ts';
import { payments } from './payments.ts';
import { reachability } from './reachability.ts';
import { register } from './register.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { safe } from './safe.ts';
import { subscriptions } from './subscriptions.ts';

/** Everything that is held of a person, as it is shown. */
export const parts: readonly Part[] = [
  ...[account, register, requests, contacts, household, safe, drafts, appointments],
  ...[payments, reports, subscriptions, mandates, reachability],
];

/** In the order of erasing: what somebody is found by (their sheets, their account) goes last. */
export const erasingOrder: readonly Part[] = [
  ...[mandates, household, safe, drafts, appointments, payments, reports, subscriptions, reachability],
  ...[contacts, requests, register, account],
];
