import { help } from '../../ui/messages/backoffice-guide-fr.ts';
import { help as titles } from '../../ui/messages/backoffice-help-fr.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ShortcutList } from '../shell/shortcut-list.tsx';

export default function HelpPage() {
  return (
    <AgentPage title={titles.title} intro={<p>{help.intro}</p>}>
      <section>
        <ShortcutList level={2} id="page-shortcuts" />
      </section>
      <section>
        <h2>{help.wordsTitle}</h2>
        <dl class="words">
          {help.words.map(([word, meaning]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </AgentPage>
  );
}
