import { useState } from 'preact/hooks';
import { saveBlob } from '../../portal/save-blob.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { paymentFiles } from '../../ui/messages/backoffice-payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { Differences } from './differences.tsx';
import { type Comparison, paymentsApi } from './payments-api.ts';
import { readText } from './read-text.ts';

const t = paymentFiles.treasury;
const longest = 31 * 86_400_000;

/** The book of receipts for the treasury, and what its own book says otherwise. */
export function Treasury() {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  const [said, say] = useState('');
  const [found, setFound] = useState<Comparison>();
  const [busy, setBusy] = useState(false);
  const isPeriod = from !== '' && from <= to && Date.parse(to) - Date.parse(from) < longest;
  const run = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setProblem(isPeriod ? undefined : t.wrongPeriod);
    say('');
    if (!isPeriod) return document.getElementById('rapprochement-du')?.focus();
    setBusy(true);
    await work().catch((error) => setProblem(sentenceOf(error)));
    setBusy(false);
  };
  const download = () =>
    run(async () => saveBlob(await paymentsApi.file(from, to), `payfip-${from}-${to}.csv`));
  const compare = () =>
    run(async () => {
      const text = file ? await readText(file) : null;
      if (!text) return setProblem(file ? paymentFiles.unreadable : paymentFiles.noFile);
      const answer = await paymentsApi.compare({ from, to, text });
      setFound(answer.problem ? undefined : answer);
      if (answer.problem) setProblem(answer.problem === 'no-column' ? t.noColumn : t.tooLong);
      else if (answer.differences.length === 0) say(t.same(answer.rows));
      else say(t.differs(answer.matched, answer.differences.length));
    });
  const day = (id: string, label: string, value: string, change: (value: string) => void) => (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        class="input medium"
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
  return (
    <section class="pay-file whole" aria-labelledby="rapprochement">
      <h2 id="rapprochement">{t.title}</h2>
      <p>{t.intro}</p>
      <div class="pay-day">
        {day('rapprochement-du', t.from, from, setFrom)}
        {day('rapprochement-au', t.to, to, setTo)}
        <Button look="secondary" busy={busy} onClick={() => void download()}>
          <DownloadIcon />
          {t.download}
        </Button>
      </div>
      <div class="field">
        <label for="rapprochement-fichier">{t.file}</label>
        <p class="hint" id="rapprochement-hint">
          {t.columns}
        </p>
        <input
          id="rapprochement-fichier"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-describedby="rapprochement-hint"
          onChange={(event) => setFile(event.currentTarget.files?.[0])}
        />
      </div>
      <Button busy={busy} onClick={() => void compare()}>
        {t.compare}
      </Button>
      <Status>{said}</Status>
      {problem && (
        <Alert>
          <Notice kind="danger" title={problem} />
        </Alert>
      )}
      {found && found.differences.length > 0 && (
        <Differences
          differences={found.differences}
          onAdopted={() => {
            void compare().then(() => say(t.adopted));
          }}
        />
      )}
    </section>
  );
}
