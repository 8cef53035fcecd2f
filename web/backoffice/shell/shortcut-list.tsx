import { help } from '../../ui/messages/backoffice-guide-fr.ts';
import { useShortcutsSwitch } from './shortcuts.ts';

const sections: Record<string, [key: string, action: string][]> = {
  everywhere: [
    ['?', 'help'],
    ['/', 'search'],
    ['Escape', 'escape'],
  ],
  board: [
    ['j', 'down'],
    ['k', 'up'],
    ['Enter', 'open'],
    ['g', 'refresh'],
  ],
  qualification: [
    ['a', 'accept'],
    ['Ctrl+Enter', 'acceptAnywhere'],
    ['s', 'joinFirst'],
    ['2', 'second'],
    ['n', 'skip'],
  ],
  desk: [
    ['ArrowDown', 'browsePeople'],
    ['Ctrl+Enter', 'record'],
  ],
  doubts: [
    ['c', 'cut'],
    ['j', 'join'],
    ['r', 'turnPage'],
    ['n', 'nextDoubt'],
    ['z', 'undo'],
    ['ArrowLeft', 'nextPlace'],
  ],
  viewer: [
    ['PageDown', 'nextPage'],
    ['PageUp', 'previousPage'],
    ['+', 'zoomIn'],
    ['-', 'zoomOut'],
    ['r', 'rotate'],
  ],
};

/** Every shortcut by place, and the switch that silences the single letters. */
export function ShortcutList({ level, id }: { level: 2 | 3; id: string }) {
  const [on, setOn] = useShortcutsSwitch();
  const Title = `h${level}` as const;
  return (
    <div class="shortcut-list">
      <div class="choice">
        <input
          type="checkbox"
          id={`${id}-switch`}
          checked={on}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        <label for={`${id}-switch`}>
          <span>{help.toggle}</span>
        </label>
        <p class="hint" id={`${id}-hint`}>
          {help.toggleHint}
        </p>
      </div>
      <div class="shortcut-columns">
        {Object.entries(sections).map(([section, keys]) => (
          <section key={section}>
            <Title>{help.sections[section]}</Title>
            <dl>
              {keys.map(([key, action]) => (
                <div key={key}>
                  <dt>
                    <kbd>{help.keys[key] ?? key}</kbd>
                  </dt>
                  <dd>{help.actions[action]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}
