import { useState } from 'preact/hooks';
import { Checkbox, CheckboxGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { deed as words } from '../../ui/messages/backoffice-deeds-fr.ts';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { instructionApi } from '../data/instruction-api.ts';
import type { DeedDialogProps } from './deeds.tsx';
import { FormFoot } from './form-foot.tsx';
import { useDeed } from './use-deed.ts';

type Body = Parameters<typeof instructionApi.askDocuments>[1];

/** Lists what is missing, grants days, and says whether the clock of the law stops meanwhile (CRPA L114-5). */
export function AskDocumentsDialog({ onClose, ...props }: DeedDialogProps) {
  const { documents, documentsDelay } = props.request.instruction;
  const [codes, setCodes] = useState<string[]>([]);
  const [other, setOther] = useState('');
  const [otherText, setOtherText] = useState('');
  const [days, setDays] = useState(String(documentsDelay));
  const [stops, setStops] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useDeed(
    props,
    (body: Body, key) => instructionApi.askDocuments(props.request, body, key),
    words.done.askDocuments ?? '',
    onClose,
  );
  const granted = Number(days);
  const isDaysWrong = !Number.isInteger(granted) || granted < 1 || granted > 365;
  const isEmpty = codes.length === 0 && !other.trim();
  const mayStop =
    !isEmpty &&
    codes.every((code) => documents.some((one) => one.code === code && one.requiredBy)) &&
    (!other.trim() || Boolean(otherText.trim()));
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || isDaysWrong) return document.getElementById(isEmpty ? firstField : 'ask-days')?.focus();
    const free = { code: null, label: other.trim(), requiredBy: otherText.trim() || null };
    ask.run({
      documents: [
        ...codes.map((code) => ({ code, label: null, requiredBy: null })),
        ...(other.trim() ? [free] : []),
      ],
      days: granted,
      stopsClock: stops && mayStop,
      text: text.trim() || null,
    });
  };
  const firstField = documents.length > 0 ? 'ask-which' : 'ask-other';
  const none = tried && isEmpty ? words.askNone : undefined;
  return (
    <Dialog id="ask-documents" open title={words.askTitle} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {ask.failed && (
          <p class="field-error" role="alert">
            {ask.failed}
          </p>
        )}
        {documents.length > 0 && (
          <CheckboxGroup
            id="ask-which"
            label={words.askWhich}
            error={none}
            options={documents.map(({ code, label, requiredBy }) => ({
              value: code,
              label,
              hint: requiredBy ? t.demandedBy(requiredBy) : undefined,
            }))}
            value={codes}
            onChange={setCodes}
          />
        )}
        <TextField
          id="ask-other"
          label={words.askOther}
          hint={words.askOtherHint}
          error={documents.length > 0 ? undefined : none}
          optional
          value={other}
          onChange={setOther}
        />
        {other.trim() && (
          <TextField
            id="ask-other-text"
            label={words.askOtherText}
            hint={words.askOtherTextHint}
            optional
            value={otherText}
            onChange={setOtherText}
          />
        )}
        <TextField
          id="ask-days"
          label={words.askDays}
          inputMode="numeric"
          width="short"
          error={tried && isDaysWrong ? words.askDaysWrong : undefined}
          value={days}
          onChange={setDays}
        />
        {mayStop && (
          <Checkbox
            id="ask-stops"
            label={words.askStops}
            hint={words.askStopsHint}
            checked={stops}
            onChange={setStops}
          />
        )}
        <TextArea
          id="ask-words"
          label={words.askWords}
          hint={words.askWordsHint}
          optional
          rows={4}
          maxLength={5_000}
          value={text}
          onChange={setText}
        />
        <FormFoot go={words.askGo} busy={ask.busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
