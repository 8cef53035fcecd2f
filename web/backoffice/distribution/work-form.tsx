import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import type { Distribution, Work } from './distribution-api.ts';
import { PickList } from './pick-list.tsx';
import { languageOptions, wordsIn, wordsOf } from './rule-words.ts';
import { wholeNumber } from './whole-number.ts';

/** What the rules know of somebody. */
export function WorkForm(props: {
  work: Work;
  communes: Distribution['communes'];
  busy: boolean;
  onSave(work: Work): void;
}) {
  const { communes, busy, onSave } = props;
  const [work, setWork] = useState(props.work);
  const [skills, setSkills] = useState(wordsOf(work.skills));
  const [share, setShare] = useState(String(work.share));
  const [cap, setCap] = useState(work.cap === null ? '' : String(work.cap));
  const [wrong, setWrong] = useState<{ share?: string; cap?: string }>({});
  const save = (event: Event) => {
    event.preventDefault();
    const [time, most] = [wholeNumber(share, 10, 100), wholeNumber(cap, 1, 200)];
    const found = {
      ...(time === null ? { share: t.workShareWrong } : {}),
      ...(most === null && cap.trim() ? { cap: t.workCapWrong } : {}),
    };
    setWrong(found);
    const [first] = Object.keys(found);
    if (first) document.getElementById(`work-${first}`)?.focus();
    else onSave({ ...work, skills: wordsIn(skills), share: time ?? work.share, cap: most });
  };
  return (
    <form noValidate class="work-form" onSubmit={save}>
      <TextField
        id="work-skills"
        label={t.workSkills}
        hint={t.workSkillsHint}
        value={skills}
        onChange={setSkills}
      />
      <PickList
        id="work-languages"
        label={t.workLanguages}
        options={languageOptions}
        value={work.languages}
        onChange={(some) => setWork({ ...work, languages: some })}
      />
      <PickList
        id="work-communes"
        label={t.workCommunes}
        hint={t.workCommunesHint}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
        value={work.communes}
        onChange={(some) => setWork({ ...work, communes: some })}
      />
      <RadioGroup
        id="work-level"
        label={t.workLevel}
        options={Object.entries(t.levels).map(([value, label]) => ({ value, label }))}
        value={String(work.level)}
        onChange={(level) => setWork({ ...work, level: Number(level) as Work['level'] })}
      />
      <TextField
        id="work-share"
        label={t.workShare}
        hint={t.workShareHint}
        error={wrong.share}
        inputMode="numeric"
        width="short"
        unit="%"
        value={share}
        onChange={setShare}
      />
      <TextField
        id="work-cap"
        label={t.workCap}
        hint={t.workCapHint}
        error={wrong.cap}
        inputMode="numeric"
        width="short"
        value={cap}
        onChange={setCap}
      />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
