import { useState } from 'preact/hooks';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { PrintIcon } from '../../ui/icons.tsx';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { scanning as words } from '../../ui/messages/backoffice-scanning-fr.ts';
import { useProcedures } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';

type Kind = keyof typeof words.kinds;
const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));

/** Sheets to print: plain, for a department or a procedure, or between the two passes of a pile. The browser downloads what the API answers. */
export function SeparatorForm() {
  const { departments } = useSignedIn();
  const procedures = useProcedures();
  const [kind, setKind] = useState<Kind>('plain');
  const [chosen, setChosen] = useState('');
  const [copies, setCopies] = useState('5');
  const [problems, setProblems] = useState<{ chosen?: string; copies?: string }>({});
  const asksWhich = kind === 'department' || kind === 'procedure';
  const check = (event: Event) => {
    const right = /^\d+$/.test(copies) && Number(copies) >= 1 && Number(copies) <= 50;
    const found = {
      chosen: asksWhich && !chosen ? words.chooseOne : undefined,
      copies: right ? undefined : t.copiesWrong,
    };
    setProblems(found);
    if (!found.chosen && !found.copies) return;
    event.preventDefault();
    document.getElementById(found.chosen ? 'separator-which' : 'copies')?.focus();
  };
  const options =
    kind === 'department'
      ? departments.map(({ code, name }) => ({ value: code, label: name }))
      : (procedures.data?.procedures ?? []).map(({ id, title }) => ({ value: id, label: title }));
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
        {kind === 'versos' && <input type="hidden" name="kind" value="versos" />}
        {asksWhich && chosen && <input type="hidden" name={kind} value={chosen} />}
        <Select
          id="separator-kind"
          label={words.kind}
          hint={words.kindHints[kind]}
          value={kind}
          options={kinds}
          onChange={(value) => {
            setKind(value as Kind);
            setChosen('');
            setProblems({});
          }}
        />
        {asksWhich && (
          <Select
            id="separator-which"
            label={words[kind]}
            empty={words.choose}
            value={chosen}
            options={options}
            error={problems.chosen}
            onChange={setChosen}
          />
        )}
        <TextField
          id="copies"
          label={t.copies}
          value={copies}
          inputMode="numeric"
          width="short"
          error={problems.copies}
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
