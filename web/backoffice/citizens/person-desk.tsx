import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { MandatesPanel } from '../mandates/mandates-panel.tsx';
import { PrivacyPanel } from '../privacy/privacy-panel.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { hrefOf, type Person, type Why } from './citizens-api.ts';
import { ConsentsPanel } from './consents-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import { ExchangesPanel } from './exchanges-panel.tsx';
import { HouseholdPanel } from './household-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { MergesPanel } from './merges-panel.tsx';
import { ReadingsPanel } from './readings-panel.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { TasksPanel } from './tasks-panel.tsx';

const helpers: readonly string[] = ['reception', 'instructor', 'head', 'quality', 'administrator'];
export type PersonProps = { person: Person; why: Why };

/** What waits and what happened on one side, who it is on the other. */
export function PersonDesk({ id, person, why }: PersonProps & { id: string }) {
  const mine = { person, why };
  const { me } = useSignedIn();
  const meets = me.roles.some((role) => ['reception', 'qualification', 'administrator'].includes(role));
  const answers = me.roles.some((role) => role === 'quality' || role === 'administrator');
  const helps = me.roles.some((role) => helpers.includes(role));
  return (
    <AgentPage
      title={person.name || t.unnamed}
      kicker={
        person.sheets.length > 1
          ? `${t.kinds[person.kind]}, ${t.sheets(person.sheets.length)}`
          : t.kinds[person.kind]
      }
      context={person.kind === 'organisation' ? t.kinds.organisation : undefined}
    >
      <div class="person-head">
        <Reason id={id} why={why} />
        {meets && (
          <LinkButton
            look="secondary"
            href={`${base}/accueil?personne=${encodeURIComponent(person.personId)}`}
          >
            {t.newContact}
          </LinkButton>
        )}
      </div>
      <div class="person-desk">
        <IdentityPanel {...mine} />
        <div class="person-main">
          <DuplicatesPanel {...mine} />
          <TasksPanel {...mine} />
          <RequestsPanel {...mine} />
          <ContactsPanel {...mine} />
          <ExchangesPanel {...mine} />
        </div>
        <div class="person-rest">
          <HouseholdPanel {...mine} />
          {helps && <MandatesPanel person={person.personId} />}
          <ConsentsPanel {...mine} />
          <MergesPanel {...mine} />
          <ReadingsPanel {...mine} />
          {answers && <PrivacyPanel person={person.personId} />}
        </div>
      </div>
    </AgentPage>
  );
}

/** Another reason is another reading: the page is asked for again under it. */
function Reason({ id, why }: { id: string; why: Why }) {
  const { me } = useSignedIn();
  const usual = me.roles.some((role) => role === 'instructor' || role === 'head')
    ? 'instruction'
    : me.roles.some((role) => role === 'reception' || role === 'qualification')
      ? 'reception'
      : 'control';
  const [reason, setReason] = useState<string>(why.reason ?? usual);
  const isSame = reason === (why.reason ?? usual);
  const change = (event: Event) => {
    event.preventDefault();
    const query = new URLSearchParams({ motif: reason, ...(why.reference && { demande: why.reference }) });
    navigate(hrefOf(id, query.toString()), { replace: true });
  };
  return (
    <form class="person-why" onSubmit={change}>
      <label for="why">{t.why}</label>
      <select
        id="why"
        class="input"
        value={reason}
        aria-describedby="why-hint"
        onChange={(event) => setReason(event.currentTarget.value)}
      >
        {Object.entries(t.reasons).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {!isSame && (
        <Button type="submit" look="secondary">
          {t.changeReason}
        </Button>
      )}
      <p class="hint" id="why-hint">
        {t.whyHint}
      </p>
    </form>
  );
}
