import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { ruleForm as f, rulesWords as t } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import type { Distribution, Rule, Rules } from './distribution-api.ts';
import { focusSoon } from './focus-soon.ts';
import { RuleForm } from './rule-form.tsx';
import { codeOf, emptyRule, type Names, ruleSentence } from './rule-words.ts';
import { TeamsForm } from './teams-form.tsx';

const swapped = <T,>(all: readonly T[], at: number, by: number): T[] => {
  const next = [...all];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
};

/** The rules as a draft: each in words, one open at a time. */
export function RulesEditor(props: {
  draft: Rules;
  data: Distribution;
  names: Names;
  cap: string;
  wrong: { cap?: string; rule?: string };
  onCap(text: string): void;
  onChange(draft: Rules): void;
}) {
  const { draft, data, names, onChange } = props;
  const [open, setOpen] = useState<string | null>(null);
  const setRules = (rules: Rule[]) => onChange({ ...draft, rules });
  const add = () => {
    const id = codeOf(
      f.newName,
      draft.rules.map((one) => one.id),
    );
    setRules([...draft.rules, emptyRule(id, f.newName)]);
    setOpen(id);
    focusSoon(`rule-${id}-name`);
  };
  const move = (rule: Rule, at: number, by: number) => {
    setRules(swapped(draft.rules, at, by));
    focusSoon(`rule-${rule.id}-${by < 0 ? 'up' : 'down'}`);
  };
  const drop = (rule: Rule) => {
    setRules(draft.rules.filter(({ id }) => id !== rule.id));
    focusSoon('rule-add');
  };
  return (
    <div class="rules-editor">
      <ol class="rules-list">
        {draft.rules.map((rule, at) => (
          <li key={rule.id} class="card rule">
            {open === rule.id ? (
              <>
                <RuleForm
                  id={`rule-${rule.id}`}
                  rule={rule}
                  teams={draft.teams}
                  data={data}
                  error={rule.name.trim().length < 2 ? props.wrong.rule : undefined}
                  onChange={(next) => setRules(draft.rules.map((one) => (one.id === rule.id ? next : one)))}
                />
                <div class="buttons">
                  <Button
                    look="secondary"
                    about={rule.name}
                    onClick={() => {
                      setOpen(null);
                      focusSoon(`rule-${rule.id}-edit`);
                    }}
                  >
                    {t.done}
                  </Button>
                </div>
              </>
            ) : (
              <>
                <h3>{rule.name}</h3>
                <p>{ruleSentence(rule, draft.teams, names)}</p>
                <div class="rule-acts">
                  <Button
                    look="secondary"
                    id={`rule-${rule.id}-edit`}
                    about={rule.name}
                    onClick={() => {
                      setOpen(rule.id);
                      focusSoon(`rule-${rule.id}-name`);
                    }}
                  >
                    {t.editRule}
                  </Button>
                  {at > 0 && (
                    <Button
                      look="quiet"
                      id={`rule-${rule.id}-up`}
                      about={rule.name}
                      onClick={() => move(rule, at, -1)}
                    >
                      {t.up}
                    </Button>
                  )}
                  {at < draft.rules.length - 1 && (
                    <Button
                      look="quiet"
                      id={`rule-${rule.id}-down`}
                      about={rule.name}
                      onClick={() => move(rule, at, 1)}
                    >
                      {t.down}
                    </Button>
                  )}
                  <Button look="quiet" about={rule.name} onClick={() => drop(rule)}>
                    {t.drop}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
      <Button id="rule-add" look="secondary" onClick={add}>
        {t.addRule}
      </Button>
      <TeamsForm teams={draft.teams} data={data} onChange={(teams) => onChange({ ...draft, teams })} />
      <Select
        id="rules-rest"
        label={f.rest}
        empty={null}
        options={Object.entries(f.restChoices).map(([value, label]) => ({ value, label }))}
        value={draft.rest}
        onChange={(rest) => onChange({ ...draft, rest: rest as Rules['rest'] })}
      />
      <TextField
        id="rules-cap"
        label={f.cap}
        error={props.wrong.cap}
        inputMode="numeric"
        width="short"
        value={props.cap}
        onChange={props.onCap}
      />
    </div>
  );
}
