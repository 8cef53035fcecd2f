import type { Site } from '../../site.ts';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { language } from '../../ui/messages/language-fr.ts';
import { subscriptions as t } from '../../ui/messages/subscriptions-fr.ts';
import type { Choice, Themes } from './subscriptions-api.ts';

type Props = {
  site: Site;
  themes: Themes['themes'];
  choice: Choice;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
};

/** Themes first, then where. What the authority wrote of its themes is in its own language. */
export function ChoiceFields({ site, themes, choice, onChange, error }: Props) {
  const { themes: chosen, communes } = choice;
  return (
    <>
      <CheckboxGroup
        id="sujets"
        label={t.themes}
        {...(error && { error })}
        optionsLang={language.content}
        options={themes.map(({ code, name, summary }) => ({
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
