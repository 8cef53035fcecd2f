import { useState } from 'preact/hooks';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { deed as words } from '../../ui/messages/backoffice-deeds-fr.ts';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { instructionApi } from '../data/instruction-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { DeedDialogProps } from './deeds.tsx';
import { FormFoot } from './form-foot.tsx';
import { typedDay } from './typed-day.ts';
import { useDeed } from './use-deed.ts';

type Body = Parameters<typeof instructionApi.askOpinions>[1];

/** Asks several departments the same question at the same time. */
export function AskOpinionsDialog({ onClose, ...props }: DeedDialogProps) {
  const { departments } = useSignedIn();
  const [chosen, setChosen] = useState<string[]>([]);
  const [question, setQuestion] = useState('');
  const [due, setDue] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useDeed(
    props,
    (body: Body, key) => instructionApi.askOpinions(props.request, body, key),
    words.done.askOpinion ?? '',
    onClose,
  );
  const day = typedDay(due);
  const isShort = question.trim().length < 5;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0) document.getElementById('opinions-who')?.focus();
    else if (isShort) document.getElementById('opinions-question')?.focus();
    else if (day === undefined) document.getElementById('opinions-due')?.focus();
    else ask.run({ departments: chosen, question: question.trim(), due: day });
  };
  return (
    <Dialog id="ask-opinions" open title={words.opinionsAskTitle} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {ask.failed && (
          <p class="field-error" role="alert">
            {ask.failed}
          </p>
        )}
        <CheckboxGroup
          id="opinions-who"
          label={words.opinionsWho}
          error={tried && chosen.length === 0 ? words.opinionsWhoMissing : undefined}
          options={departments
            .filter(({ code }) => code !== props.request.department)
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
        <TextArea
          id="opinions-question"
          label={words.opinionsQuestion}
          rows={3}
          maxLength={500}
          error={tried && isShort ? t.textMissing : undefined}
          value={question}
          onChange={setQuestion}
        />
        <DateField
          id="opinions-due"
          label={words.opinionsDue}
          optional
          error={tried && day === undefined ? words.dateWrong : undefined}
          value={due}
          onChange={setDue}
        />
        <FormFoot go={words.opinionsGo} busy={ask.busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
