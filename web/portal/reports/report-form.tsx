import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { writtenIn } from '../written.ts';
import type { Draft } from './draft.ts';
import { NearPart } from './near-part.tsx';
import { PhotoPart } from './photo-part.tsx';
import { PlacePart } from './place-part.tsx';
import type { Setting } from './reports-api.ts';

type FormProps = {
  site: Site;
  setting: Setting;
  draft: Draft;
  isKept: boolean;
  isSending: boolean;
  onChange: (more: Partial<Draft>) => void;
  onDiscard: () => void;
  onSend: () => void;
  /** Whether something is missing in what was sent: the page says so in its title. */
  onRefused: (isRefused: boolean) => void;
};
type Problem = { field: string; message: string };

/** What is missing, in the order of the questions. */
export function problemsOf(draft: Draft, { categories }: Pick<Setting, 'categories'>): Problem[] {
  const { photos, category, place, commune, email } = draft;
  const needsPhoto = categories.find(({ code }) => code === category)?.needsPhoto;
  const on = (field: string, message: string): Problem => ({ field, message });
  return [
    ...(needsPhoto && photos.length === 0 ? [on('photo', t.missing.photo)] : []),
    ...(category ? [] : [on('category', t.missing.category)]),
    ...(place.trim().length < 3 ? [on('place', t.missing.place)] : []),
    ...(commune ? [] : [on('commune', t.missing.commune)]),
    ...(email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
      ? [on('email', t.missing.email)]
      : []),
  ];
}

/** One page, the photo first; what may hurt somebody shows its telephone number before anything else. */
export function ReportForm(props: FormProps) {
  const { site, setting, draft, isKept, isSending, onChange, onDiscard, onSend, onRefused } = props;
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 ? problemsOf(draft, setting) : [];
  const isRefused = problems.length > 0;
  useEffect(() => onRefused(isRefused), [isRefused]);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const danger = setting.categories.find(({ code }) => code === draft.category)?.danger;
  return (
    <form
      class="report-start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (problemsOf(draft, setting).length > 0) setAttempt(attempt + 1);
        else onSend();
      }}
    >
      {problems.length > 0 && <ErrorSummary problems={problems} attempt={attempt} />}
      {isKept && (
        <Notice>
          <p>{t.kept}</p>
          <button type="button" class="link" onClick={onDiscard}>
            {t.discard}
          </button>
        </Notice>
      )}
      <PhotoPart
        photos={draft.photos}
        error={errorOf('photo')}
        onChange={(photos) => onChange({ photos })}
        onPlace={(point) => onChange({ point, place: draft.place || t.place.atPoint })}
      />
      <div class="report-kinds">
        <RadioGroup
          id="category"
          label={t.category.label}
          optionsLang={writtenIn(setting)}
          error={errorOf('category')}
          options={setting.categories.map(({ code, label }) => ({ value: code, label }))}
          value={draft.category}
          onChange={(category) => onChange({ category })}
        />
      </div>
      <div role="status">
        {danger && (
          <Notice kind="danger" title={danger.text} titleLang={writtenIn(setting)}>
            <p>
              <a class="danger-call" href={`tel:${danger.phone.replace(/\s/g, '')}`}>
                {t.danger(danger.text, danger.phone).call}
              </a>
            </p>
            <p>{t.urgent}</p>
          </Notice>
        )}
      </div>
      <PlacePart {...{ site, setting, draft, errorOf, onChange }} />
      <NearPart point={draft.point} category={draft.category} />
      <TextArea
        id="details"
        label={t.details}
        hint={t.detailsHint}
        optional
        rows={3}
        maxLength={2000}
        value={draft.details}
        onChange={(details) => onChange({ details })}
      />
      <Checkbox
        id="danger"
        label={t.dangerNow}
        checked={draft.danger}
        onChange={(isDanger) => onChange({ danger: isDanger })}
      />
      <TextField
        id="email"
        label={t.email}
        hint={t.emailHint}
        optional
        type="email"
        autocomplete="email"
        error={errorOf('email')}
        value={draft.email}
        onChange={(email) => onChange({ email })}
      />
      <p class="report-end">
        <Button type="submit" busy={isSending}>
          {isSending ? t.sending : t.send}
        </Button>
      </p>
    </form>
  );
}
