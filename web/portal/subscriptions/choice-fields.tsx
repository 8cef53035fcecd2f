import type { Site } from '../../site.ts';
import { Checkbox } from '../../ui/choice-fields.tsx';
import { GroupFrame } from '../../ui/field.tsx';
import { subscriptions as t } from '../../ui/messages/subscriptions-fr.ts';
import type { Choice, Themes } from './subscriptions-api.ts';

type Props = {
  site: Site;
  themes: Themes['themes'];
  choice: Choice;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
};
const toggled = (list: readonly string[], code: string): string[] =>
  list.includes(code) ? list.filter((one) => one !== code) : [...list, code];

/** Themes first, then where. The first box takes the focus when none is ticked. */
export function ChoiceFields({ site, themes, choice, onChange, error }: Props) {
  return (
    <>
      <GroupFrame id="sujets" label={t.themes} {...(error && { error })}>
        <div class="theme-boxes">
          {themes.map(({ code, name, summary }, index) => (
            <Checkbox
              key={code}
              id={index === 0 ? 'sujets' : `sujet-${code}`}
              label={name}
              {...(summary && { hint: summary })}
              checked={choice.themes.includes(code)}
              onChange={() => onChange({ ...choice, themes: toggled(choice.themes, code) })}
            />
          ))}
        </div>
      </GroupFrame>
      {site.communes.length > 1 && (
        <GroupFrame id="communes" label={t.communes} hint={t.communesHint}>
          <div class="theme-boxes">
            {site.communes.map(({ code, name }, index) => (
              <Checkbox
                key={code}
                id={index === 0 ? 'communes' : `commune-${code}`}
                label={name}
                checked={choice.communes.includes(code)}
                onChange={() => onChange({ ...choice, communes: toggled(choice.communes, code) })}
              />
            ))}
          </div>
        </GroupFrame>
      )}
    </>
  );
}
