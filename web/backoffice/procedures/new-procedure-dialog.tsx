import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { manage as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { proceduresApi } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import type { Doc } from './document.ts';
import { slugFrom, unused } from './names.ts';

type NewProps = { open: boolean; taken: readonly string[]; onClose: () => void };

/** A title and a department are enough to begin; the rest is written in the editor. */
export function NewProcedureDialog({ open, taken, onClose }: NewProps) {
  const { departments } = useSignedIn();
  const [title, setTitle] = useState('');
  const [department, setDepartment] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const create = async (event: Event) => {
    event.preventDefault();
    if (title.trim().length < 3) {
      setProblem(t.titleMissing);
      document.getElementById('new-title')?.focus();
      return;
    }
    setBusy(true);
    try {
      const id = unused(slugFrom(title).slice(0, 60), taken, '-');
      await proceduresApi.save(id, firstDocument(id, title.trim(), department), 0);
      await queries.invalidateQueries({ queryKey: ['procedures-managed'] });
      navigate(`${base}/demarches/${id}`);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog id="new-procedure" open={open} title={t.create} onClose={onClose}>
      <form noValidate onSubmit={(event) => void create(event)}>
        <TextField
          id="new-title"
          label={t.newTitle}
          hint={t.newTitleHint}
          error={problem || undefined}
          value={title}
          onChange={setTitle}
        />
        <Select
          id="new-department"
          label={t.department}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
          value={department}
          onChange={setDepartment}
        />
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t.begin}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What nearly every form asks: a subject, and whom to answer. */
function firstDocument(id: string, title: string, department: string): Doc {
  const words = t.firstForm;
  return {
    ...{ id, title, summary: '', theme: 'autre', keywords: [], audience: ['person'], department },
    ...{ minutes: 5, commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' } },
    steps: [
      {
        id: 'demande',
        title: words.request,
        fields: [{ type: 'textarea', name: 'demande', label: words.what, required: true, maxLength: 2_000 }],
      },
      {
        id: 'coordonnees',
        title: words.person,
        fields: [
          { type: 'given-name', name: 'prenom', label: words.givenName, required: true },
          { type: 'family-name', name: 'nom', label: words.familyName, required: true },
          { type: 'email', name: 'courriel', label: words.email, required: true },
        ],
      },
    ],
    workflow: [
      { kind: 'decision', id: 'decision', title: words.decision, outcomes: ['granted', 'refused'] },
      { kind: 'letter', id: 'courrier', title: words.letter },
    ],
    identity: { givenName: 'prenom', familyName: 'nom', email: 'courriel' },
  };
}
