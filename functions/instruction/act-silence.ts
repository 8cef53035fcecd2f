import { dayInWords } from '../letters/messages/fr.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Append } from '../requests/append.ts';
import { messageItem, type Whole } from '../requests/items.ts';
import { implicit } from './messages/fr.ts';
import type { Act } from './plan.ts';
import { automatic, digestOf, type WriteDeps } from './write.ts';

type Deps = WriteDeps & { append: Append };
type Silence = Extract<Act, { kind: 'silence' }>;

/**
 * Silence has decided (CRPA L231-1, L231-4): the journal says so, and the person is told what it means, with the attestation
 * (L232-3) or with the remedies and the right to the reasons (L232-4). The machine delivers the letter.
 */
export const letSilenceDecide =
  (deps: Deps) =>
  async (whole: Whole, { effect, on }: Silence, procedure: Procedure | null): Promise<unknown> => {
    const { request, content } = whole;
    const authority = await deps.authority();
    const mode = effect === 'granted' ? 'sva' : 'svr';
    const article = procedure?.silence.article ?? implicit.article[mode];
    const paragraphs =
      effect === 'granted'
        ? [implicit.granted(dayInWords(on), article), implicit.attestation]
        : [
            implicit.refused(dayInWords(on), article),
            implicit.reasons,
            implicit.remedies(authority.name, authority.court),
            implicit.goesOn,
          ];
    const cause = `silence-${on}`;
    const words = { subject: implicit.subject[effect](content.subject), paragraphs };
    const message = await automatic(deps, whole, cause, words, 'answer');
    const { id: messageId } = message;
    return deps.append(request.reference, { key: cause }, (current) =>
      current?.request.answer
        ? { commands: [] }
        : {
            commands: [
              {
                command: 'implicit-decision-born',
                ...{ effect, on, messageId, contentHash: digestOf(deps, message) },
              },
            ],
            records: [messageItem(message)],
          },
    );
  };
