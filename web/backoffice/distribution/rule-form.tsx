import { useState } from 'preact/hooks';
import { Checkbox, CheckboxGroup, Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { channels, ruleForm as t } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import { useProcedures } from '../data/queries.ts';
import type { Distribution, Rule, Rules } from './distribution-api.ts';
import { PickList } from './pick-list.tsx';
import { languageOptions, wordsIn, wordsOf } from './rule-words.ts';

const scores = [3, 5, 7];
const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

type Props = {
  id: string;
  rule: Rule;
  teams: Rules['teams'];
  data: Distribution;
  error?: string;
  onChange(rule: Rule): void;
};

/** One rule: its name, which requests, to whom, and how one is taken among several. */
export function RuleForm(props: Props) {
  const { id, rule, error, onChange } = props;
  return (
    <>
      <TextField
        id={`${id}-name`}
        label={t.name}
        error={error}
        value={rule.name}
        onChange={(name) => onChange({ ...rule, name })}
      />
      <WhenPart {...props} />
      <WantsPart {...props} />
      <Select
        id={`${id}-choice`}
        label={t.choice}
        empty={null}
        options={options(t.choices)}
        value={rule.choice}
        onChange={(choice) => onChange({ ...rule, choice: choice as Rule['choice'] })}
      />
      <Select
        id={`${id}-nobody`}
        label={t.ifNobody}
        empty={null}
        options={options(t.ifNobodyChoices)}
        value={rule.ifNobody}
        onChange={(ifNobody) => onChange({ ...rule, ifNobody: ifNobody as Rule['ifNobody'] })}
      />
    </>
  );
}

function WhenPart({ id, rule, data, onChange }: Props) {
  const { when } = rule;
  const set = (change: Partial<Rule['when']>) => onChange({ ...rule, when: { ...when, ...change } });
  const procedures = useProcedures().data?.procedures ?? [];
  const [words, setWords] = useState(wordsOf(when.words));
  return (
    <fieldset class="block-row">
      <legend>{t.whenTitle}</legend>
      <p class="hint">{t.whenHint}</p>
      <PickList
        id={`${id}-procedures`}
        label={t.procedures}
        options={procedures.map((one) => ({ value: one.id, label: one.title }))}
        value={when.procedures}
        onChange={(some) => set({ procedures: some })}
      />
      <PickList
        id={`${id}-communes`}
        label={t.communes}
        options={data.communes.map(({ code, name }) => ({ value: code, label: name }))}
        value={when.communes}
        onChange={(communes) => set({ communes })}
      />
      <PickList
        id={`${id}-languages`}
        label={t.languages}
        options={languageOptions}
        value={when.languages}
        onChange={(languages) => set({ languages })}
      />
      <PickList
        id={`${id}-channels`}
        label={t.channels}
        options={options(channels)}
        value={when.channels}
        onChange={(some) => set({ channels: some })}
      />
      <Select
        id={`${id}-complexity`}
        label={t.complexity}
        hint={t.complexityHint}
        empty={t.anyComplexity}
        options={[...new Set([...scores, ...(when.complexity ? [when.complexity] : [])])]
          .sort((a, b) => a - b)
          .map((score) => ({ value: String(score), label: t.from(score) }))}
        value={when.complexity ? String(when.complexity) : ''}
        onChange={(score) => set({ complexity: Number(score) })}
      />
      <TextField
        id={`${id}-words`}
        label={t.words}
        hint={t.wordsHint}
        value={words}
        onChange={(text) => {
          setWords(text);
          set({ words: wordsIn(text) });
        }}
      />
      <Checkbox
        id={`${id}-urgent`}
        label={t.urgent}
        checked={when.urgent}
        onChange={(urgent) => set({ urgent })}
      />
    </fieldset>
  );
}

function WantsPart({ id, rule, teams, data, onChange }: Props) {
  const { wants } = rule;
  const set = (change: Partial<Rule['wants']>) => onChange({ ...rule, wants: { ...wants, ...change } });
  const [skills, setSkills] = useState(wordsOf(wants.skills));
  return (
    <fieldset class="block-row">
      <legend>{t.wantsTitle}</legend>
      <CheckboxGroup
        id={`${id}-agents`}
        label={t.agents}
        options={data.agents.map(({ login, name }) => ({ value: login, label: name }))}
        value={wants.agents}
        onChange={(agents) => set({ agents })}
      />
      {teams.length > 0 && (
        <CheckboxGroup
          id={`${id}-teams`}
          label={t.teams}
          options={teams.map(({ code, name }) => ({ value: code, label: name }))}
          value={wants.teams}
          onChange={(some) => set({ teams: some })}
        />
      )}
      <TextField
        id={`${id}-skills`}
        label={t.skills}
        hint={t.skillsHint}
        value={skills}
        onChange={(text) => {
          setSkills(text);
          set({ skills: wordsIn(text) });
        }}
      />
      <Checkbox
        id={`${id}-speaks`}
        label={t.speaksIt}
        checked={wants.speaksIt}
        onChange={(speaksIt) => set({ speaksIt })}
      />
      <Checkbox
        id={`${id}-covers`}
        label={t.coversIt}
        checked={wants.coversIt}
        onChange={(coversIt) => set({ coversIt })}
      />
    </fieldset>
  );
}
