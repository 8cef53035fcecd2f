import type { Site } from '../../site.ts';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { subscriptions as t } from '../../ui/messages/subscriptions-fr.ts';
import { writtenIn } from '../written.ts';
import type { Choice, Themes } from './subscriptions-api.ts';

type Props = {
  site: Site;
  offered: Themes;
  choice: Choice;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
};

/** Themes first, then where. What the authority wrote of its themes is in its own language. */
export function ChoiceFields({ site, offered, choice, onChange, error }: Props) {
  const { themes: chosen, communes } = choice;
  return (
    <>
      <CheckboxGroup
        id="sujets"
        label={t.themes}
        {...(error && { error })}
        optionsLang={writtenIn(offered)}
        options={offered.themes.map(({ code, name, summary }) => ({
          value: code,
          label: name,
          ...(summary && { hint: summary }),
        }))}
        value={chosen}
        onChange={(next) => onChange({ themes: next, communes })}
      />
      {site.communes.length > 1 && (
        <CheckboxGroup
          id="communes"
          label={t.communes}
          hint={t.communesHint}
          options={site.communes.map(({ code, name }) => ({ value: code, label: name }))}
          value={communes}
          onChange={(next) => onChange({ themes: chosen, communes: next })}
        />
      )}
    </>
  );
}
