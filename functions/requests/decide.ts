import { Refusal } from '../shared/refusal.ts';
import { leavesUnsigned, signatureNeeded } from '../signatures/must-be-signed.ts';
import { refuseErased } from './erased.ts';
import type { JournalBody } from './event.ts';
import { isFollowedInVain } from './followers.ts';
import { refuseMove } from './moves.ts';
import type { Command, Request, RequestState } from './request.ts';
import { undoesGrant } from './undoes-grant.ts';

const ended: readonly RequestState[] = ['closed', 'withdrawn', 'transferred'];
const answered: readonly RequestState[] = ['decided', 'delivered'];
const always: readonly RequestState[] = [];

type Rule = {
  /** States that refuse, beside those that `decide` names: none of these commands finds anything to do there. */
  openOnly: boolean;
  undecidedOnly: boolean;
  needsDepartment: boolean;
  /** The state before it must be one of these; empty means any. */
  from: readonly RequestState[];
};
const anyTime: Rule = { openOnly: false, undecidedOnly: false, needsDepartment: false, from: always };
const whileOpen: Rule = { ...anyTime, openOnly: true };
const whileUndecided: Rule = { ...whileOpen, undecidedOnly: true };
const closing: Rule = { ...whileOpen, from: ['delivered'] };
const byDepartment: Rule = { ...whileUndecided, needsDepartment: true };

/** The states in which each thing may be asked of a request. */
const rules: Record<Exclude<Command['command'], 'request-opened'>, Rule> = {
  'request-qualified': whileUndecided,
  'acknowledgement-queued': anyTime,
  'request-assigned': whileUndecided,
  'arbitration-asked': whileUndecided,
  'arbitration-given': whileUndecided,
  'work-started': byDepartment,
  'note-added': anyTime,
  'citizen-message-received': whileOpen,
  'citizen-message-queued': byDepartment,
  'contact-joined': whileOpen,
  'person-linked': anyTime,
  'person-unlinked': anyTime,
  'acknowledgement-withheld': whileOpen,
  'receipt-queued': anyTime,
  'answer-decided': byDepartment,
  'message-sent': anyTime,
  'message-delivery-failed': anyTime,
  'letter-printed': anyTime,
  'request-closed': closing,
  'request-withdrawn': whileUndecided,
  'personal-data-read': anyTime,
  'payment-received': anyTime,
  'personal-content-erased': anyTime,
  'step-started': byDepartment,
  'step-completed': byDepartment,
  'points-checked': byDepartment,
  'documents-requested': byDepartment,
  'document-provided': whileOpen,
  'documents-completed': whileOpen,
  'documents-overdue': whileOpen,
  'document-unticked': byDepartment,
  'reminder-queued': whileOpen,
  'opinion-requested': byDepartment,
  'opinion-given': whileOpen,
  'opinion-dropped': anyTime,
  'request-suspended': byDepartment,
  'request-resumed': whileOpen,
  'request-transferred': whileUndecided,
  'first-receipt-noted': anyTime,
  'request-reopened': { ...anyTime, from: [...ended, ...answered] },
  'request-grouped': whileUndecided,
  'request-ungrouped': whileOpen,
  'group-answered': anyTime,
  'request-escalated': whileUndecided,
  'implicit-decision-born': whileUndecided,
  'procedure-revision-moved': whileUndecided,
  'letter-submitted': byDepartment,
  'letter-approved': whileUndecided,
  'letter-approval-taken-back': whileUndecided,
  'letter-returned': whileUndecided,
  'letter-recalled': whileUndecided,
  'letter-sealed': whileUndecided,
  'message-made-available': anyTime,
  'message-consulted': anyTime,
  'message-deemed-notified': anyTime,
  'letter-handed-over': anyTime,
  'letter-came-back': anyTime,
  'notice-sent': anyTime,
  'message-delivered': anyTime,
  'message-delayed': anyTime,
  'message-complained': anyTime,
  'message-resent': anyTime,
  'delivery-preference-changed': anyTime,
  'delivery-consent-changed': anyTime,
  'follower-joined': anyTime,
  'follower-left': anyTime,
  'answer-rated': anyTime,
  'appeal-lodged': anyTime,
};

/** What a machine wrote is kept with a request that is over as well: an absence notice answers the letter that ended it. */
const ruleOf = (command: Exclude<Command, { command: 'request-opened' }>): Rule =>
  command.command === 'contact-joined' && command.quiet ? anyTime : rules[command.command];

/** What silence decided may be closed before its letter has left. */
const stateFor = ({ state, answer }: Request, rule: Rule): RequestState =>
  rule === closing && state === 'decided' && answer?.isImplicit ? 'delivered' : state;

const refuseUnless = (request: Request, rule: Rule): void => {
  if (rule.openOnly && ended.includes(request.state)) throw new Refusal('already-closed');
  const isDecided = answered.includes(request.state) && !request.answer?.isImplicit;
  if (rule.undecidedOnly && isDecided) throw new Refusal('already-decided');
  const isWrongState = rule.from.length > 0 && !rule.from.includes(stateFor(request, rule));
  if (isWrongState || (rule.needsDepartment && !request.department))
    throw new Refusal('not-allowed-in-state');
};

/** Asked again, or too late to matter: nothing happens, and it is no error. */
const isVain = (request: Request, command: Command): boolean => {
  switch (command.command) {
    case 'acknowledgement-queued':
      return (
        request.acknowledgement !== null &&
        !(request.acknowledgement.kind === 'aee' && command.kind === 'are')
      );
    case 'contact-joined':
      return request.contactIds.includes(command.contactId);
    case 'person-linked':
      return request.person === command.personId;
    case 'person-unlinked':
      return request.person !== command.personId;
    case 'request-assigned':
      return (
        command.why === undefined &&
        request.state !== 'new' &&
        request.department === command.department &&
        request.agent === command.agent
      );
    case 'request-qualified':
      return (
        request.department === command.department &&
        (command.procedure ?? request.procedure) === request.procedure
      );
    case 'work-started':
      return request.state === 'in-progress';
    case 'request-closed':
      return request.state === 'closed';
    case 'personal-content-erased':
      return request.erasedAt !== undefined;
    case 'step-started':
      return request.step?.id === command.step;
    case 'step-completed':
      return request.step?.id !== command.step;
    case 'document-provided':
    case 'documents-completed':
      return request.awaited?.askId !== command.askId;
    case 'documents-overdue':
      return request.awaited?.askId !== command.askId || request.awaited.isOverdue;
    case 'request-resumed':
      return request.suspended === null;
    case 'letter-sealed':
      return request.letter?.letterId === command.letterId && request.letter.state === 'sealed';
    case 'delivery-consent-changed':
      return request.portalConsent === command.portal;
    case 'message-sent':
      return command.messageId === request.answer?.messageId && request.answer.sentAt !== null;
    default:
      return isFollowedInVain(request, command);
  }
};

const startsWork: readonly Command['command'][] = [
  'citizen-message-queued',
  'answer-decided',
  'documents-requested',
  'letter-submitted',
];

/**
 * What a command makes true, as journal lines; an empty list when it was true already.
 * Refuses `conflict` (a request exists), `not-found`, `already-closed`, `already-decided`, `not-allowed-in-state`.
 */
export const decide = (request: Request | null, command: Command): JournalBody[] => {
  const { command: type, ...rest } = command;
  const body = { type, ...rest } as JournalBody;
  if (command.command === 'request-opened') {
    if (request) throw new Refusal('conflict');
    return [body];
  }
  if (!request) throw new Refusal('not-found');
  if (isVain(request, command)) return [];
  refuseErased(request, type);
  refuseUnless(request, ruleOf(command));
  refuseMove(request, command);
  if (undoesGrant(request, command)) throw new Refusal('already-decided');
  if (command.command === 'answer-decided' && leavesUnsigned(request, command)) throw signatureNeeded();
  const isUntouched = request.state === 'new' || request.state === 'assigned';
  if (isUntouched && startsWork.includes(type) && 'by' in body && body.by)
    return [{ type: 'work-started', by: body.by }, body];
  return [body];
};
