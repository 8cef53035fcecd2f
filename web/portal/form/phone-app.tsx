import { useEffect, useState } from 'preact/hooks';
import type { takeHandover } from '../../../functions/drafts/handover-api.ts';
import type { readProcedure } from '../../../functions/procedures/public-api.ts';
import type { Site } from '../../site.ts';
import { type AnswerOf, ApiProblem, call, lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { handover as t } from '../../ui/messages/handover-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { inThisLanguage } from '../written.ts';
import { emptyDraft, loadDraft, saveDraft } from './draft.ts';
import type { Carried } from './form-handover.tsx';
import { PhoneReplace } from './phone-replace.tsx';
import { PhoneTake } from './phone-take.tsx';

export type Taken = AnswerOf<typeof takeHandover>;
const deviceKey = 'parvis:phone';
/** One name for this device while its page is open: the code opens for it alone. */
function deviceName(): string {
  const known = sessionStorage.getItem(deviceKey);
  if (known) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(deviceKey, name);
  return name;
}

/** The other device: the code, then the form as it stands, or the photo of one question. */
export function PhoneApp({ site }: { site: Site }) {
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Taken>();
  const [clash, setClash] = useState<() => Promise<void>>();

  const goOn = async (given: Taken) => {
    const id = given.procedure;
    const procedure = await call<typeof readProcedure>('GET /api/public/procedures/{id}', {
      ...{ params: { id }, query: inThisLanguage },
    });
    const carried = given.draft as unknown as Carried;
    const here = (await loadDraft(id).catch(() => undefined))?.draft;
    const bring = async () => {
      await saveDraft(id, { ...emptyDraft(procedure), ...carried, savedAt: lastNow() });
      location.assign(`${addresses.procedures}/${id}/${carried.step || procedure.steps[0]?.id}`);
    };
    if (here?.savedAt && here.key !== carried.key) setClash(() => bring);
    else await bring();
  };
  const open = async (typed: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const given = await call<typeof takeHandover>('POST /api/public/handovers/take', {
        headers: { 'x-handover-code': typed },
        body: { device: deviceName() },
      });
      setCode(typed);
      setTaken(given);
      if (given.kind === 'form') await goOn(given);
    } catch (error) {
      const refused = error instanceof ApiProblem ? error.code : 'unexpected';
      setProblem(['not-found', 'invalid-input'].includes(refused) ? t.wrong : kit.problem(refused));
      setAttempt((count) => count + 1);
    }
    setBusy(false);
  };
  useEffect(() => {
    const given = location.hash.slice(1);
    if (given) void open(given);
  }, []);

  if (clash && taken)
    return (
      <PhoneReplace
        site={site}
        title={taken.title}
        onReplace={() => void clash()}
        onKeep={() => location.assign(`${addresses.procedures}/${taken.procedure}`)}
      />
    );
  if (taken?.kind === 'photo' && taken.field)
    return (
      <PhoneTake site={site} field={taken.field} code={code} device={deviceName()} already={taken.files} />
    );
  return (
    <Page title={t.title} site={site.name} intro={<p>{t.intro}</p>} inError={problem !== undefined}>
      <ErrorSummary problems={problem ? [{ field: 'code', message: problem }] : []} attempt={attempt} />
      <form
        class="step-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) return void open(code);
          setProblem(t.missing);
          setAttempt((count) => count + 1);
        }}
      >
        <TextField
          id="code"
          label={t.typed}
          hint={t.typedHint}
          error={problem}
          value={code}
          onChange={setCode}
          width="medium"
          spellcheck={false}
          autocomplete="off"
        />
        <div class="buttons">
          <Button type="submit" busy={isBusy}>
            {isBusy ? t.opening : t.open}
          </Button>
        </div>
      </form>
      <Status hidden>{isBusy ? t.opening : ''}</Status>
      {taken && (
        <Alert>
          <p>{t.formGoes}</p>
        </Alert>
      )}
    </Page>
  );
}
