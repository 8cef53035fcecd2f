import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { editor as t, sections as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { insert, isRecord, joined, listAt, textAt } from './document.ts';
import { saidAt, useDesk } from './editing.tsx';
import { ItemActions } from './item-actions.tsx';
import { unused } from './names.ts';
import { PartTitle } from './part.tsx';
import { ShapeForm } from './shape-form.tsx';
import { shapesOfWork, workKinds } from './work-shapes.ts';

/** What agents do with a request, one step after the other. */
export function WorkflowPart() {
  const { doc, change, readOnly, say, problems } = useDesk();
  const [kind, setKind] = useState('check');
  const [goTo, setGoTo] = useState<string>();
  const steps = listAt(doc, 'workflow');
  useLayoutEffect(() => {
    if (!goTo) return;
    document.getElementById(goTo)?.focus();
    setGoTo(undefined);
  }, [goTo]);
  const add = () => {
    const ids = steps.map((step) => (isRecord(step) ? String(step.id) : ''));
    const title = choices.work?.[kind] ?? '';
    const id = unused(`etape-${steps.length + 1}`, ids, '-');
    change((before) => insert(before, 'workflow', steps.length, { kind, id, title }));
    setGoTo(`l-workflow.${steps.length}`);
    say(t.added(title, steps.length + 1));
  };
  return (
    <>
      <PartTitle hint={words.workflow.hint}>{words.workflow.title}</PartTitle>
      {saidAt(problems, 'workflow', 'error') && (
        <p class="field-error">{saidAt(problems, 'workflow', 'error')}</p>
      )}
      {steps.length === 0 && <p class="hint">{t.noWork}</p>}
      <ol class="work-steps">
        {steps.map((_, at) => {
          const path = joined('workflow', at);
          const own = textAt(doc, joined(path, 'kind'));
          const name = textAt(doc, joined(path, 'title')) || choices.work?.[own] || own;
          const error = saidAt(problems, path, 'error');
          return (
            <li key={path}>
              <fieldset class="list-item">
                <legend id={`l-${path}`} tabIndex={-1}>
                  {t.numbered(choices.work?.[own] ?? own, at + 1)}
                </legend>
                {error && <p class="field-error">{error}</p>}
                <ShapeForm shapes={shapesOfWork(own)} path={path} />
                <ItemActions
                  path={path}
                  name={name}
                  onMoved={(to) => setGoTo(`l-${to}`)}
                  onGone={() => setGoTo(at > 0 ? `l-workflow.${at - 1}` : 'add-work')}
                />
              </fieldset>
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <div class="add-question">
          <Select
            id="add-work"
            label={t.newWorkKind}
            options={workKinds.map((value) => ({ value, label: choices.work?.[value] ?? value }))}
            empty={null}
            value={kind}
            onChange={setKind}
          />
          <Button look="secondary" onClick={add}>
            <PlusIcon />
            {t.addWork}
          </Button>
        </div>
      )}
    </>
  );
}
