import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { HintAndError } from '../../ui/field.tsx';
import { paymentFiles as t } from '../../ui/messages/backoffice-payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { ImportLines } from './import-lines.tsx';
import type { Report } from './payments-api.ts';
import { readText } from './read-text.ts';

type Props = {
  id: string;
  words: { title: string; columns: string; file: string };
  send(file: { text: string; dry: boolean }): Promise<Report>;
};
const counts = ({ lines, total, isDry }: Report) => ({
  ...{ total, isDry },
  fresh: lines.filter(({ state }) => state === 'new').length,
  known: lines.filter(({ state }) => state === 'known').length,
  refused: lines.filter(({ state }) => state === 'refused').length,
});

/** A file is checked first, line by line, then imported: nothing is written before the agent has seen what would be. */
export function ImportFile({ id, words, send }: Props) {
  const [text, setText] = useState<string | null>();
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [report, setReport] = useState<Report>();
  const [busy, setBusy] = useState('');
  const choose = async (file: File | undefined) => {
    setReport(undefined);
    const read = file ? await readText(file) : undefined;
    setText(read);
    setError(read === null ? t.unreadable : undefined);
  };
  const run = async (dry: boolean) => {
    if (busy) return;
    if (!text) return setError(error ?? t.noFile);
    setBusy(dry ? t.checking : t.importing);
    setProblem(undefined);
    try {
      setReport(await send({ text, dry }));
    } catch (caught) {
      setProblem(sentenceOf(caught));
    }
    setBusy('');
  };
  const counted = report && counts(report);
  return (
    <section class="pay-file" aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{words.title}</h2>
      <p class="hint">{words.columns}</p>
      <div class={error ? 'field in-error' : 'field'}>
        <label for={id}>{words.file}</label>
        <HintAndError id={id} error={error} />
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </div>
      <div class="buttons">
        <Button look="secondary" busy={Boolean(busy)} about={words.title} onClick={() => void run(true)}>
          {t.check}
        </Button>
        {report?.isDry && counted && counted.fresh > 0 && (
          <Button busy={Boolean(busy)} about={words.title} onClick={() => void run(false)}>
            {t.import}
          </Button>
        )}
      </div>
      <Status>{busy || (counted ? t.summary(counted) : '')}</Status>
      {problem && (
        <Alert>
          <Notice kind="danger" title={problem} />
        </Alert>
      )}
      {report && <ImportLines report={report} />}
    </section>
  );
}
