import { display } from '../../../functions/procedures/display.ts';
import type { Answer } from '../../../functions/procedures/procedure.ts';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { formSpace as t } from '../../ui/messages/form-space-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import type { Draft } from './draft.ts';
import { moreStyles } from './more-styles.ts';
import { allFields } from './problems.ts';
import type { Conflict, ServerDraft } from './use-server-draft.ts';

moreStyles();

type Props = { site: Site; draft: Draft; conflict: Conflict; settle: ServerDraft['settle'] };

/** The same question was answered differently on two devices: both answers are shown, and one is kept. */
export function ConflictNotice({ site, draft, conflict, settle }: Props) {
  const { fields, there } = conflict;
  const shown = allFields(draft.procedure).filter(({ name }) => fields.includes(name));
  const words = (side: { answers: Record<string, unknown>; files: Draft['files'] }, name: string) => {
    const field = shown.find((each) => each.name === name);
    const files = side.files[name];
    if (files) return files.map((file) => file.name).join(', ') || t.nothing;
    return field ? display(field, side.answers[name] as Answer, site) : '';
  };
  return (
    <Alert>
      <Notice kind="warning" title={t.conflict(dayAndTime(there.savedAt))}>
        <p>{t.conflictText}</p>
        <ul class="conflict">
          {shown.map(({ name, label }) => (
            <li key={name}>
              <strong>{label}</strong>
              <span>{t.here(words(draft, name))}</span>
              <span>{t.there(words(there, name))}</span>
            </li>
          ))}
        </ul>
        <div class="buttons">
          <Button onClick={() => settle('here')}>{t.keepHere}</Button>
          <Button look="secondary" onClick={() => settle('there')}>
            {t.keepThere}
          </Button>
        </div>
      </Notice>
    </Alert>
  );
}
