import { editor as t, sections as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { joined, listAt, textAt } from './document.ts';
import { countWithin, useDesk } from './editing.tsx';
import { keysOf, outlineOrder } from './places.ts';

/** Everything a procedure is made of, with how much is wrong in each part. */
export function Outline({ selected }: { selected: string }) {
  const { doc } = useDesk();
  return (
    <nav class="outline" aria-label={t.outline}>
      {outlineOrder.map((group, at) => (
        <div key={group[0]}>
          <h2 class="outline-title">{t.outlineGroups[at]}</h2>
          <ul>
            {group.map((section) => (
              <li key={section}>
                <Entry
                  path={section}
                  words={words[section]?.title ?? section}
                  within={keysOf(section)}
                  selected={selected}
                  count={section === 'steps' ? undefined : countOf(doc, section)}
                />
                {section === 'steps' && <Steps selected={selected} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const counted = ['documents', 'ineligible', 'open', 'fees', 'workflow'];
const countOf = (doc: unknown, section: string): number | undefined =>
  counted.includes(section) ? listAt(doc, section).length : undefined;

function Steps({ selected }: { selected: string }) {
  const { doc } = useDesk();
  return (
    <ol>
      {listAt(doc, 'steps').map((_, at) => {
        const path = joined('steps', at);
        const isOpen = selected === path || selected.startsWith(`${path}.`);
        const fields = joined(path, 'fields');
        return (
          <li key={path}>
            <Entry
              path={path}
              words={textAt(doc, joined(path, 'title')) || t.untitledStep(at + 1)}
              within={[path]}
              selected={selected}
            />
            {isOpen && (
              <ol>
                {listAt(doc, fields).map((_, index) => {
                  const own = joined(fields, index);
                  return (
                    <li key={own}>
                      <Entry
                        path={own}
                        words={textAt(doc, joined(own, 'label')) || t.untitledQuestion(index + 1)}
                        within={[own]}
                        selected={selected}
                      />
                    </li>
                  );
                })}
              </ol>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type EntryProps = {
  path: string;
  words: string;
  within: readonly string[];
  selected: string;
  count?: number;
};
function Entry({ path, words: label, within, selected, count }: EntryProps) {
  const { open, problems } = useDesk();
  const errors = countWithin(problems, within, 'error');
  const advice = countWithin(problems, within, 'advice');
  return (
    <button
      type="button"
      class="outline-entry"
      aria-current={selected === path ? 'true' : undefined}
      onClick={() => open(path)}
    >
      <span class="outline-words">{label}</span>
      {errors > 0 ? (
        <span class="outline-errors">{t.errors(errors)}</span>
      ) : advice > 0 ? (
        <span class="outline-advice">{t.advices(advice)}</span>
      ) : (
        count !== undefined && <span class="outline-count">{count}</span>
      )}
    </button>
  );
}
