import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { type Arbitration, learningApi } from './learning-api.ts';

/** Whose it is, once and for all. */
export function ArbitrationDialog({ request, onClose }: { request: Arbitration; onClose(): void }) {
  const { departments, departmentName } = useSignedIn();
  const [department, setDepartment] = useState(request.department ?? '');
  const [reason, setReason] = useState('');
  const key = useRef(newKey());
  const decide = useMutation({
    mutationFn: () =>
      learningApi.arbitrate(
        request.reference,
        { version: request.version, department, reason: reason.trim() || null },
        key.current,
      ),
    onSuccess: async () => {
      onClose();
      toast(t.arbitrated(departmentName(department)));
      await queries.invalidateQueries({ queryKey: ['learning'] });
    },
  });
  return (
    <Dialog id="arbitrate" open title={t.arbitrateTitle(request.reference)} onClose={onClose}>
      {decide.error && (
        <p class="field-error" role="alert">
          {sentenceOf(decide.error)}
        </p>
      )}
      <Select
        id="arbitrate-department"
        label={t.arbitrateTo}
        value={department}
        options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setDepartment}
      />
      <TextField
        id="arbitrate-reason"
        label={t.arbitrateReason}
        hint={t.arbitrateReasonHint}
        value={reason}
        onChange={setReason}
      />
      <div class="buttons">
        <Button busy={decide.isPending || !department} onClick={() => decide.mutate()}>
          {t.arbitrateGo}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
