import { Button } from '../../ui/button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { editor as t, sections as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { AddQuestion } from './add-question.tsx';
import { insert, isRecord, joined, listAt, textAt } from './document.ts';
import { saidAt, useDesk } from './editing.tsx';
import { ItemActions } from './item-actions.tsx';
import { unused } from './names.ts';
import { PartTitle } from './part.tsx';
import { ShapeForm } from './shape-form.tsx';
import { stepShapes } from './shapes.ts';

/** The steps of the form, to be put in order. */
export function FormPart() {
  const { doc, change, open, readOnly, problems } = useDesk();
  const steps = listAt(doc, 'steps');
  const add = () => {
    const ids = steps.map((step) => (isRecord(step) ? String(step.id) : ''));
    const id = unused(`etape-${steps.length + 1}`, ids, '-');
    change((before) => insert(before, 'steps', steps.length, { id, title: '', fields: [] }));
    open(joined('steps', steps.length));
  };
  return (
    <>
      <PartTitle hint={words.steps.hint}>{words.steps.title}</PartTitle>
      {saidAt(problems, 'steps', 'error') && <p class="field-error">{saidAt(problems, 'steps', 'error')}</p>}
      <ol class="part-list">
        {steps.map((_, at) => {
          const path = joined('steps', at);
          const name = textAt(doc, joined(path, 'title')) || t.untitledStep(at + 1);
          return (
            <li key={path} class="part-item">
              <button type="button" class="link part-link" id={`l-${path}`} onClick={() => open(path)}>
                {name}
              </button>
              <span class="hint">{t.questionCount(listAt(doc, joined(path, 'fields')).length)}</span>
              <ItemActions path={path} name={name} />
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <Button look="secondary" onClick={add}>
          <PlusIcon />
          {t.addStep}
        </Button>
      )}
    </>
  );
}

/** One step: its words and its questions. */
export function StepPart({ path }: { path: string }) {
  const { doc, open } = useDesk();
  const name = textAt(doc, joined(path, 'title')) || t.untitledStep(Number(path.split('.')[1]) + 1);
  return (
    <>
      <PartTitle hint={t.stepHint}>{name}</PartTitle>
      <ItemActions path={path} name={name} onMoved={open} onGone={() => open('steps')} />
      <ShapeForm shapes={stepShapes} path={path} />
      <QuestionList path={joined(path, 'fields')} />
    </>
  );
}

/** Questions of a step or of a block: opened, put in order, added. */
export function QuestionList({ path }: { path: string }) {
  const { doc, open, problems } = useDesk();
  const error = saidAt(problems, path, 'error');
  return (
    <section class="question-list">
      <h3>{t.questions}</h3>
      {error && <p class="field-error">{error}</p>}
      <ol class="part-list">
        {listAt(doc, path).map((_, at) => {
          const own = joined(path, at);
          const name = textAt(doc, joined(own, 'label')) || t.untitledQuestion(at + 1);
          const type = textAt(doc, joined(own, 'type'));
          return (
            <li key={own} class="part-item">
              <button type="button" class="link part-link" id={`l-${own}`} onClick={() => open(own)}>
                {name}
              </button>
              <span class="hint">{choices.kind?.[type] ?? type}</span>
              <ItemActions path={own} name={name} />
            </li>
          );
        })}
      </ol>
      <AddQuestion path={path} />
    </section>
  );
}
