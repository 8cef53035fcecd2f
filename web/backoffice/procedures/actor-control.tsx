import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { isRecord, joined, read, textAt, write } from './document.ts';
import { controlId, useDesk } from './editing.tsx';
import { roles } from './work-shapes.ts';

type ActorProps = { id: string; label: string; hint?: string; error?: string; path: string };

/** Who does a step: a role of a department, or one person by login. */
export function ActorControl({ id, label, hint, error, path }: ActorProps) {
  const { doc, change, departments } = useDesk();
  const actor = read(doc, path);
  const byLogin = isRecord(actor) && 'agent' in actor;
  const set = (next: unknown) => change((before) => write(before, path, next), path);
  return (
    <fieldset class="group">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <Select
        id={id}
        label={t.actor}
        error={error}
        empty={t.choose}
        options={[
          ...roles.map((role) => ({ value: role, label: choices.role?.[role] ?? role })),
          { value: 'agent', label: t.oneAgent },
        ]}
        value={byLogin ? 'agent' : textAt(doc, joined(path, 'role'))}
        onChange={(role) => set(role === 'agent' ? { agent: '' } : role ? { role } : undefined)}
      />
      {byLogin ? (
        <TextField
          id={controlId(joined(path, 'agent'))}
          label={t.login}
          hint={t.loginHint}
          width="medium"
          spellcheck={false}
          value={textAt(doc, joined(path, 'agent'))}
          onChange={(agent) => set({ agent })}
        />
      ) : (
        isRecord(actor) && (
          <Select
            id={controlId(joined(path, 'department'))}
            label={t.actorDepartment}
            options={departments}
            empty={t.sameDepartment}
            value={textAt(doc, joined(path, 'department'))}
            onChange={(department) => set({ ...actor, department: department || undefined })}
          />
        )
      )}
    </fieldset>
  );
}
