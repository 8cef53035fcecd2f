import type { Request } from '../requests/request.ts';
import type { Authority } from '../settings/authority.ts';
import { sampleWords } from './messages/sample-fr.ts';
import type { KnownOf } from './template-values.ts';

/** An invented request, so that a template shows itself before any request needs it. */
export const sampleRequest = (
  authority: Authority,
  department: string | null,
  today: string,
): KnownOf['whole'] => ({
  request: {
    reference: `${authority.prefix}-2026-000001-P`,
    ...{ state: 'in-progress', channel: 'form', receivedOn: today, procedure: null, agent: null },
    ...{ department: department ?? authority.departments[0]?.code ?? null, answer: null },
    awaited: {
      askId: '',
      documents: [],
      provided: [],
      on: today,
      until: today,
      stopsClock: true,
      isOverdue: false,
    },
    transferredTo: sampleWords.otherAuthority,
  } as unknown as Request,
  content: { ...sampleWords.content, answers: [], salt: '' },
  sender: {
    name: sampleWords.name,
    email: null,
    phone: null,
    address: `${sampleWords.street}\n${authority.communes[0]?.postalCode} ${authority.communes[0]?.name}`,
  },
});
