import * as accounts from '../accounts/account-api.ts';
import * as signIns from '../accounts/public-api.ts';
import * as securityOfAccounts from '../accounts/security-api.ts';
import * as people from '../agents/people-api.ts';
import * as sessions from '../agents/session-api.ts';
import * as appointmentsOfAgents from '../appointments/agent-api.ts';
import * as appointmentsOfAll from '../appointments/public-api.ts';
import * as agendaOfAgents from '../appointments/settings-api.ts';
import * as waitingOfAll from '../appointments/waiting-api.ts';
import * as citizensOfAgents from '../citizens/agent-api.ts';
import * as correctionOfAgents from '../citizens/correct-api.ts';
import * as mergesOfAgents from '../citizens/merge-api.ts';
import * as personsOfAgents from '../citizens/person-api.ts';
import * as deliveryOfAgents from '../delivery/agent-api.ts';
import * as deliveryOfAll from '../delivery/public-api.ts';
import * as suppressionsOfAgents from '../delivery/suppression-api.ts';
import * as documentsOfAgents from '../documents/batches/agent-api.ts';
import * as clerksOfAgents from '../documents/batches/clerk-api.ts';
import * as draftsOfCitizens from '../drafts/citizen-api.ts';
import * as cosignaturesOfAll from '../drafts/cosign-api.ts';
import * as handoversOfAll from '../drafts/handover-api.ts';
import * as followOfAgents from '../follow/agent-api.ts';
import * as followOfCitizens from '../follow/citizen-api.ts';
import * as followOfAll from '../follow/public-api.ts';
import * as householdsOfCitizens from '../households/household-api.ts';
import * as knownOfCitizens from '../households/known-api.ts';
import * as prefillOfCitizens from '../households/prefill-api.ts';
import * as sharingOfCitizens from '../households/sharing-api.ts';
import * as activityOfAgents from '../insights/agent-api.ts';
import * as acknowledgementsOfAgents from '../instruction/acknowledge-api.ts';
import * as instructionOfAgents from '../instruction/agent-api.ts';
import * as courseOfAgents from '../instruction/course-api.ts';
import * as distributionOfAgents from '../instruction/distribution/agent-api.ts';
import * as instructionOfAll from '../instruction/public-api.ts';
import * as intakeOfAgents from '../intake/agent-api.ts';
import * as mailsOfAgents from '../intake/mail-api.ts';
import * as intakeOfAll from '../intake/public-api.ts';
import * as knowledgeOfAgents from '../knowledge/agent-api.ts';
import * as knowledgeOfAll from '../knowledge/public-api.ts';
import * as lettersOfAgents from '../letters/agent-api.ts';
import * as lettersOfAll from '../letters/public-api.ts';
import * as mandatesOfAgents from '../mandates/agent-api.ts';
import * as mandatesOfCitizens from '../mandates/citizen-api.ts';
import * as mandatesOfAll from '../mandates/public-api.ts';
import * as deadLettersOfAgents from '../operations/agent-api.ts';
import * as paymentsOfAgents from '../payments/agent-api.ts';
import * as familiesOfCitizens from '../payments/family-api.ts';
import * as paymentsOfAll from '../payments/public-api.ts';
import * as treasuryOfAgents from '../payments/treasury-api.ts';
import * as privacyOfAgents from '../privacy/agent-api.ts';
import * as privacyOfCitizens from '../privacy/citizen-api.ts';
import * as proceduresOfAgents from '../procedures/agent-api.ts';
import * as catalogueOfAgents from '../procedures/catalogue-api.ts';
import * as proceduresOfAll from '../procedures/public-api.ts';
import * as revisionsOfAgents from '../procedures/revision-api.ts';
import * as qualificationOfAgents from '../qualification/agent-api.ts';
import * as learningOfAgents from '../qualification/learning/agent-api.ts';
import * as qualificationLists from '../qualification/list-api.ts';
import * as wavesOfAgents from '../qualification/similar/agent-api.ts';
import * as deskOfAgents from '../reception/agent-api.ts';
import * as ticketsOfAgents from '../reception/tickets-api.ts';
import * as reportsOfAgents from '../reports/agent-api.ts';
import * as reportsOfAll from '../reports/public-api.ts';
import * as ackDebtOfAgents from '../requests/ack-debt-api.ts';
import * as requestsOfAgents from '../requests/agent-api.ts';
import * as requestsOfAll from '../requests/public-api.ts';
import * as retentionOfAgents from '../retention/agent-api.ts';
import * as neededOfCitizens from '../safe/needed-api.ts';
import * as safeOfCitizens from '../safe/safe-api.ts';
import * as sharesOfAll from '../safe/share-api.ts';
import * as searchOfAgents from '../search/agent-api.ts';
import type { Operation } from '../shared/api.ts';
import * as signaturesOfAgents from '../signatures/agent-api.ts';
import * as bookOfAgents from '../signatures/book-api.ts';
import * as signaturesOfAll from '../signatures/public-api.ts';
import * as textsOfAgents from '../sms/agent-api.ts';
import * as alertsOfAgents from '../subscriptions/agent-api.ts';
import * as subscriptionsOfAll from '../subscriptions/public-api.ts';
import * as telephonyOfAgents from '../telephony/agent-api.ts';
import * as telephonyOfAll from '../telephony/public-api.ts';

const isOperation = (one: unknown): one is Operation =>
  typeof one === 'object' && one !== null && 'method' in one && 'path' in one && 'roles' in one;

/** Every operation the product answers to, by the name it is exported under. */
export const operations: readonly (readonly [name: string, operation: Operation])[] = [
  sessions,
  accounts,
  signIns,
  securityOfAccounts,
  householdsOfCitizens,
  sharingOfCitizens,
  knownOfCitizens,
  prefillOfCitizens,
  safeOfCitizens,
  neededOfCitizens,
  sharesOfAll,
  proceduresOfAll,
  proceduresOfAgents,
  revisionsOfAgents,
  catalogueOfAgents,
  knowledgeOfAll,
  knowledgeOfAgents,
  intakeOfAll,
  draftsOfCitizens,
  handoversOfAll,
  cosignaturesOfAll,
  requestsOfAll,
  intakeOfAgents,
  mailsOfAgents,
  documentsOfAgents,
  clerksOfAgents,
  qualificationOfAgents,
  qualificationLists,
  learningOfAgents,
  wavesOfAgents,
  requestsOfAgents,
  followOfAll,
  followOfCitizens,
  followOfAgents,
  activityOfAgents,
  instructionOfAll,
  instructionOfAgents,
  courseOfAgents,
  distributionOfAgents,
  ackDebtOfAgents,
  searchOfAgents,
  textsOfAgents,
  lettersOfAgents,
  lettersOfAll,
  people,
  citizensOfAgents,
  personsOfAgents,
  correctionOfAgents,
  mergesOfAgents,
  signaturesOfAgents,
  bookOfAgents,
  signaturesOfAll,
  deliveryOfAgents,
  deliveryOfAll,
  suppressionsOfAgents,
  acknowledgementsOfAgents,
  telephonyOfAgents,
  telephonyOfAll,
  deskOfAgents,
  ticketsOfAgents,
  appointmentsOfAll,
  waitingOfAll,
  appointmentsOfAgents,
  agendaOfAgents,
  reportsOfAll,
  reportsOfAgents,
  paymentsOfAll,
  paymentsOfAgents,
  treasuryOfAgents,
  familiesOfCitizens,
  subscriptionsOfAll,
  alertsOfAgents,
  privacyOfCitizens,
  privacyOfAgents,
  mandatesOfCitizens,
  mandatesOfAgents,
  mandatesOfAll,
  deadLettersOfAgents,
  retentionOfAgents,
].flatMap((module) =>
  Object.entries(module).flatMap(([name, one]) => (isOperation(one) ? [[name, one] as const] : [])),
);
