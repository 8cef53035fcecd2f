import { accessibility as t } from '../../ui/messages/backoffice-guide-fr.ts';
import { accessibility as titles } from '../../ui/messages/backoffice-help-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { site } from '../site.ts';

/** The declaration that the law asks of an application used by agents too (act 2005-102, article 47). */
export default function AccessibilityPage() {
  const { accessibility } = site();
  return (
    <AgentPage title={titles.title} intro={<p>{t.intro}</p>} wide={false}>
      <div class="prose">
        <p>
          <strong>{t.states[accessibility.state]}</strong> {t.declared(day(accessibility.declaredOn))}
        </p>
        <h2>{t.measures}</h2>
        <ul>
          {t.measureList.map((measure) => (
            <li key={measure}>{measure}</li>
          ))}
        </ul>
        <h2>{t.limits}</h2>
        <p>{t.limitsText}</p>
        <h2>{t.contact}</h2>
        <p>
          {t.contactText} <a href={`mailto:${accessibility.contact}`}>{accessibility.contact}</a>
        </p>
        <h2>{t.rights}</h2>
        <p>{t.rightsText}</p>
      </div>
    </AgentPage>
  );
}
