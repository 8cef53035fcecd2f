import type { startHandover } from '../../../functions/drafts/handover-api.ts';
import { call } from '../../ui/api.ts';
import { handover as t } from '../../ui/messages/handover-fr.ts';
import type { Draft } from './draft.ts';
import { Handover } from './handover.tsx';

export type FormHandoverProps = { draft: Draft; onClose: () => void };
/** What another device needs to go on; it reads the procedure itself. */
export type Carried = Pick<Draft, 'answers' | 'files' | 'step' | 'key' | 'member' | 'known'>;

/** The whole form goes on with another device, under the same key: sent from both, it is received once. */
export const FormHandover = ({ draft, onClose }: FormHandoverProps) => {
  const { procedure, answers, files, step, key, member, known } = draft;
  const carried: Carried = { answers, files, step, key, ...(member && { member }), ...(known && { known }) };
  return (
    <Handover
      title={t.formTitle}
      text={t.formText}
      start={() =>
        call<typeof startHandover>('POST /api/public/handovers', {
          body: { kind: 'form', procedure: procedure.id, title: procedure.title, draft: carried },
        })
      }
      onClose={onClose}
    />
  );
};
