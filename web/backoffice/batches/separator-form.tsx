import { useState } from 'preact/hooks';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { PrintIcon } from '../../ui/icons.tsx';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';

/** Separator sheets to print. A plain form: the browser downloads what the API answers. */
export function SeparatorForm() {
  const { departments } = useSignedIn();
  const [department, setDepartment] = useState('');
  const [copies, setCopies] = useState('5');
  const [problem, setProblem] = useState<string>();
  const check = (event: Event) => {
    const right = /^\d+$/.test(copies) && Number(copies) >= 1 && Number(copies) <= 50;
    setProblem(right ? undefined : t.copiesWrong);
    if (right) return;
    event.preventDefault();
    document.getElementById('copies')?.focus();
  };
  return (
    <section class="panel" aria-labelledby="separators-title">
      <h2 id="separators-title">{t.separators}</h2>
      <p class="soft">{t.separatorsText}</p>
      <form
        method="get"
        action="/api/agent/separators"
        target="_blank"
        onSubmit={check}
        noValidate
        rel="noopener"
      >
        {department && <input type="hidden" name="department" value={department} />}
        <Select
          id="separator-department"
          label={t.separatorsFor}
          empty={t.separatorsPlain}
          value={department}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setDepartment}
        />
        <TextField
          id="copies"
          label={t.copies}
          value={copies}
          inputMode="numeric"
          width="short"
          error={problem}
          onChange={setCopies}
        />
        <div class="buttons">
          <button type="submit" class="button secondary">
            <PrintIcon />
            {t.downloadSheets}
          </button>
        </div>
      </form>
    </section>
  );
}
