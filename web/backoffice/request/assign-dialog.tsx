import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { toast } from '../../ui/status.tsx';
import { agentApi, type RequestFile } from '../data/agent-api.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { isCode, newKey, queries, useColleagues } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { Reload } from './request-desk.tsx';

/** To a department and, if wanted, to one of its agents; the reason is read by the colleagues. */
export function AssignDialog(props: {
  request: RequestFile;
  open: boolean;
  onClose(): void;
  onReload: Reload;
  onConflict(): Promise<void>;
}) {
  const { request } = props;
  const { departments, departmentName, me } = useSignedIn();
  const [department, setDepartment] = useState(request.department ?? '');
  const [agent, setAgent] = useState(request.agent ?? '');
  const [reason, setReason] = useState('');
  const colleagues = useColleagues(department || null);
  const people = colleagues.data?.agents ?? [];
  const key = useRef(newKey());
  const assign = useMutation({
    mutationFn: (to: string | null) =>
      agentApi.assign(
        request.reference,
        { version: request.version, department, agent: to, reason: reason.trim() || null },
        `${key.current}-${request.version}`,
      ),
    onSuccess: async (_, to) => {
      key.current = newKey();
      props.onClose();
      const name = people.find(({ login }) => login === to)?.name;
      toast(t.assigned(name ?? departmentName(department)));
      void queries.invalidateQueries({ queryKey: ['board'] });
      await props.onReload();
    },
    onError: (problem) => {
      if (!isCode(problem, 'conflict')) return;
      props.onClose();
      void props.onConflict();
    },
  });
  const mine = people.some(({ login }) => login === me.login) && request.agent !== me.login;
  return (
    <Dialog id="assign" open={props.open} title={t.assignTitle} onClose={props.onClose}>
      {assign.error && (
        <p class="field-error" role="alert">
          {sentenceOf(assign.error)}
        </p>
      )}
      <Select
        id="assign-department"
        label={t.assignTo}
        value={department}
        options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => {
          setDepartment(code);
          setAgent('');
        }}
      />
      <Select
        id="assign-agent"
        label={t.assignAgent}
        empty={t.assignNobody}
        value={agent}
        options={people.map(({ login, name, title }) => ({ value: login, label: `${name}, ${title}` }))}
        onChange={setAgent}
      />
      <TextField
        id="assign-reason"
        label={t.assignReason}
        hint={t.assignReasonHint}
        value={reason}
        onChange={setReason}
      />
      <div class="buttons">
        <Button busy={assign.isPending || !department} onClick={() => assign.mutate(agent || null)}>
          {t.assignGo}
        </Button>
        {mine && (
          <Button look="secondary" onClick={() => assign.mutate(me.login)}>
            {t.takeIt}
          </Button>
        )}
        <Button look="quiet" onClick={props.onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
