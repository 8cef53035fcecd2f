import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import {
  ruleForm as f,
  trialWords as said,
  rulesWords as t,
} from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Alert, Status, toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { isCode, queries } from '../data/queries.ts';
import { type Distribution, distributionApi, type Rules } from './distribution-api.ts';
import { focusSoon } from './focus-soon.ts';
import { firstRules, type Names } from './rule-words.ts';
import { RulesEditor } from './rules-editor.tsx';
import { RulesRead } from './rules-read.tsx';
import { TrialResults } from './trial-results.tsx';
import { wholeNumber } from './whole-number.ts';

const sayProblem = (error: unknown): string =>
  isCode(error, 'conflict') ? t.conflict : isCode(error, 'invalid-input') ? t.unknown : sentenceOf(error);

/** The rules of the department: read in words, changed in a form, tried before they are saved. */
export function RulesPanel({ data, names }: { data: Distribution; names: Names }) {
  const { department } = data;
  const [draft, setDraft] = useState<Rules | null>(null);
  const [cap, setCap] = useState('');
  const [wrong, setWrong] = useState<{ cap?: string; rule?: string }>({});
  const begin = (rules: Rules) => {
    setDraft(rules);
    setCap(String(rules.cap));
    setWrong({});
    trial.reset();
    save.reset();
    focusSoon('rules-title');
  };
  const trial = useMutation({ mutationFn: (rules: Rules) => distributionApi.tryOut(department, rules) });
  const save = useMutation({
    mutationFn: (rules: Rules) => distributionApi.save(department, data.version, rules),
    onSuccess: async () => {
      setDraft(null);
      trial.reset();
      toast(t.saved);
      await queries.invalidateQueries({ queryKey: ['distribution'] });
      document.getElementById('rules-title')?.focus();
    },
  });
  /** The draft as it would be kept; `null` once what is wrong has been said. */
  const checked = (): Rules | null => {
    const most = wholeNumber(cap, 1, 200);
    const hasNames = [...(draft?.rules ?? []), ...(draft?.teams ?? [])].every(
      ({ name }) => name.trim().length > 1,
    );
    setWrong({
      ...(most === null ? { cap: f.capWrong } : {}),
      ...(hasNames ? {} : { rule: f.nameWrong }),
    });
    if (most === null) document.getElementById('rules-cap')?.focus();
    return draft && most !== null && hasNames ? { ...draft, cap: most } : null;
  };
  const use = (run: (rules: Rules) => void) => () => {
    const rules = checked();
    if (rules) run(rules);
  };
  return (
    <section class="panel rules" aria-labelledby="rules-title">
      <h2 id="rules-title" tabIndex={-1}>
        {t.title}
      </h2>
      <p class="soft">{t.intro}</p>
      {!draft && !data.rules && (
        <EmptyState title={t.none} level={3}>
          <p>{t.noneText}</p>
          <Button onClick={() => begin(firstRules)}>{t.start}</Button>
        </EmptyState>
      )}
      {!draft && data.rules && (
        <RulesRead
          data={data}
          rules={data.rules}
          names={names}
          onEdit={() => data.rules && begin(data.rules)}
        />
      )}
      {draft && (
        <>
          <RulesEditor
            draft={draft}
            data={data}
            names={names}
            cap={cap}
            wrong={wrong}
            onCap={setCap}
            onChange={setDraft}
          />
          {wrong.rule && <Alert>{wrong.rule}</Alert>}
          <div class="buttons">
            <Button look="secondary" busy={trial.isPending} onClick={use((rules) => trial.mutate(rules))}>
              {t.trial}
            </Button>
            <Button busy={save.isPending} onClick={use((rules) => save.mutate(rules))}>
              {t.save}
            </Button>
            <Button look="quiet" onClick={() => setDraft(null)}>
              {t.cancel}
            </Button>
          </div>
          {(save.error ?? trial.error) && <Alert>{sayProblem(save.error ?? trial.error)}</Alert>}
          <Status hidden>{trial.data && said.looked(trial.data.looked, trial.data.since)}</Status>
          {trial.data && <TrialResults trial={trial.data} names={names} />}
        </>
      )}
    </section>
  );
}
