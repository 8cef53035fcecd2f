import { Select } from '../../ui/choice-fields.tsx';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { isInBlock, KindSelect } from './add-question.tsx';
import { indexOf, isRecord, joined, listAt, moveTo, parentOf, read, textAt, write } from './document.ts';
import { controlId, saidAt, useDesk } from './editing.tsx';
import { QuestionList } from './form-parts.tsx';
import { ItemActions } from './item-actions.tsx';
import { PartTitle } from './part.tsx';
import { changedKind, shapesOfQuestion } from './question-shapes.ts';
import { ShapeForm } from './shape-form.tsx';

/** One question: its kind, its words and what its kind knows. */
export function QuestionPart({ path }: { path: string }) {
  const { doc, change, open, problems } = useDesk();
  const question = read(doc, path);
  const list = parentOf(path);
  const owner = parentOf(list);
  if (!isRecord(question)) return <p class="hint">{t.gone}</p>;
  const type = textAt(doc, joined(path, 'type'));
  const name = textAt(doc, joined(path, 'label')) || t.untitledQuestion(indexOf(path) + 1);
  const inBlock = isInBlock(list);
  return (
    <>
      <p class="part-above">
        <button type="button" class="link" onClick={() => open(owner)}>
          {t.backTo(textAt(doc, joined(owner, inBlock ? 'label' : 'title')) || t.above)}
        </button>
      </p>
      <PartTitle>{name}</PartTitle>
      <ItemActions path={path} name={name} onMoved={open} onGone={() => open(owner)} />
      <div class="control">
        <KindSelect
          id={controlId(joined(path, 'type'))}
          label={t.kind}
          error={saidAt(problems, joined(path, 'type'), 'error')}
          value={type}
          inBlock={inBlock}
          onChange={(next) => change((before) => write(before, path, changedKind(question, next)))}
        />
      </div>
      <ShapeForm shapes={shapesOfQuestion(type)} path={path} />
      {type === 'repeat' && <QuestionList path={joined(path, 'fields')} />}
      {!inBlock && <OtherStep path={path} name={name} />}
    </>
  );
}

function OtherStep({ path, name }: { path: string; name: string }) {
  const { doc, change, open, say } = useDesk();
  const own = Number(path.split('.')[1]);
  const steps = listAt(doc, 'steps').map((_, at) => ({
    value: String(at),
    label: textAt(doc, joined('steps', at, 'title')) || t.untitledStep(at + 1),
  }));
  if (steps.length < 2) return null;
  return (
    <Select
      id={`other-step-${path}`}
      label={t.stepOfQuestion}
      options={steps}
      empty={null}
      value={String(own)}
      onChange={(to) => {
        const target = joined('steps', to, 'fields');
        change((before) => moveTo(before, path, target).doc);
        say(t.movedTo(name, steps[Number(to)]?.label ?? ''));
        open(joined(target, listAt(doc, target).length));
      }}
    />
  );
}
