import { Button } from '../../ui/button.tsx';
import { slips as t } from '../../ui/messages/backoffice-slips-fr.ts';
import { instructionApi } from '../data/instruction-api.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import { type DeedProps, useDeed } from './use-deed.ts';

const mostKeys = 9;

/** What a slip for several documents brought: the agent says which it is, with one key each. */
export function UnsortedDocuments(props: DeedProps) {
  const { awaited, unsorted, may } = props.request.instruction;
  const [first] = unsorted;
  if (!awaited || !first || !may.includes('receiveDocuments')) return null;
  const missing = awaited.documents.filter(({ isProvided }) => !isProvided);
  return <Choice key={first.contactId} askId={awaited.askId} piece={first} missing={missing} {...props} />;
}

type Instruction = DeedProps['request']['instruction'];
type ChoiceProps = DeedProps & {
  askId: string;
  piece: Instruction['unsorted'][number];
  missing: NonNullable<Instruction['awaited']>['documents'];
};

function Choice({ askId, piece, missing, ...props }: ChoiceProps) {
  const [documentId = null] = piece.documentIds;
  const receive = useDeed(
    props,
    (code: string, key) =>
      instructionApi.receiveDocuments(props.request, askId, { documents: [{ code, documentId }] }, key),
    t.sorted,
  );
  const keyed = missing.slice(0, mostKeys);
  useShortcuts(
    Object.fromEntries(keyed.map(({ code }, index) => [String(index + 1), () => receive.run(code)])),
  );
  return (
    <section class="unsorted" aria-labelledby="unsorted-title">
      <h3 id="unsorted-title">{t.unsortedTitle}</h3>
      <p>{t.unsortedText}</p>
      <p class="soft">{t.unsortedKeys}</p>
      {receive.failed && (
        <p class="field-error" role="alert">
          {receive.failed}
        </p>
      )}
      <div class="buttons">
        {missing.map(({ code, label }, index) => (
          <Button key={code} look="secondary" busy={receive.busy} onClick={() => receive.run(code)}>
            {index < mostKeys && <kbd>{index + 1}</kbd>} {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
