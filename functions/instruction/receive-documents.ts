import type { AgentCaller } from '../agents/caller.ts';
import { by } from '../requests/agent-act.ts';
import type { Command, Request } from '../requests/request.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { receiveDocuments as operation } from './agent-api.ts';
import { type DeedDeps, type Done, doDeed } from './do-deed.ts';

type Given = { code: string; documentId: string };
type When = { on: string; by: string; complete?: boolean };

/**
 * What comes in answer to a request for documents; the last of it completes the request on its day, which is when the clock of
 * the law restarts or goes on (L114-5). Refuses a code that was not asked for.
 */
export const provided = (
  { awaited }: Pick<Request, 'awaited'>,
  given: readonly Given[],
  { on, by, complete }: When,
): Command[] => {
  if (!awaited) throw new Refusal('not-allowed-in-state');
  const { askId, documents } = awaited;
  const odd = given.findIndex(({ code }) => !documents.includes(code));
  if (odd >= 0) throw new Refusal('invalid-input', [{ field: `documents.${odd}.code`, code: 'unknown' }]);
  const codes = [...awaited.provided, ...given.map(({ code }) => code)];
  const isWhole = complete || documents.every((code) => codes.includes(code));
  return [
    ...given.map(({ code, documentId }) => ({
      command: 'document-provided' as const,
      ...{ askId, document: code, documentId, by },
    })),
    ...(isWhole ? [{ command: 'documents-completed' as const, askId, on, by }] : []),
  ];
};

/** Documents that came by another way, or that an agent does without. */
export const receiveDocuments =
  (deps: DeedDeps) =>
  (input: InputOf<typeof operation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'receiveDocuments', ({ request }, { today }) => {
      const { documents, on, complete } = input.body;
      if (request.awaited?.askId !== input.params.askId) throw new Refusal('not-found');
      const wrongDay = on !== null && (on > today || on < request.awaited.on);
      if (wrongDay) throw new Refusal('invalid-input', [{ field: 'on', code: 'invalid' }]);
      const given = documents.map(({ code, documentId }) => ({ code, documentId: documentId ?? '' }));
      if (given.length === 0 && !complete)
        throw new Refusal('invalid-input', [{ field: 'documents', code: 'required' }]);
      return { commands: provided(request, given, { on: on ?? today, by: by(caller), complete }) };
    });
