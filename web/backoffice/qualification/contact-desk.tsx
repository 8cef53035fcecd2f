import { useMemo, useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { receivedWords } from '../../ui/messages/backoffice-board-fr.ts';
import { qualification as t, viewer } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day, daysBetween } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Contact } from '../data/agent-api.ts';
import { useWide } from '../data/outcome.tsx';
import { MailFacts } from '../mail/mail-facts.tsx';
import { MailLayout } from '../mail/mail-layout.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { PastLetters } from '../similar/past-letters.tsx';
import { Viewer } from '../viewer/viewer.tsx';
import { ContactActions } from './contact-actions.tsx';
import { ContactForm } from './contact-form.tsx';
import { release, useDecision } from './decision.ts';
import { asValue, type Draft, draftProblems, proposedDraft, toHandOn } from './draft.ts';
import { NotOursNotice } from './not-ours.tsx';
import type { Passage } from './places.ts';
import type { SecondChoice } from './second-topic.tsx';
import { SuggestedRequests } from './suggested-requests.tsx';
import { useLook } from './use-look.ts';

const usable = ['subject', 'name', 'address', 'phone', 'email'] as const;

/** The document beside its form: side by side where there is room, two tabs below 60rem. */
export function ContactDesk({ contact, onReload }: { contact: Contact; onReload(): Promise<unknown> }) {
  const [draft, setDraft] = useState<Draft>(() => proposedDraft(contact));
  const [tab, setTab] = useState('document');
  const [said, setSaid] = useState('');
  const wide = useWide(64);
  const [tried, setTried] = useState(0);
  const decision = useDecision(contact);
  const [second, setSecond] = useState<SecondChoice>(null);
  const documents = useMemo(() => shownOf(contact), [contact]);
  const looking = useLook(contact, documents, draft);
  const show = (passage: Passage) => {
    if (looking.show(passage)) setTab('document');
  };
  const accept = () => acceptAs(draft);
  const acceptAs = (chosen: Draft) => {
    const along = second === 'open' ? contact.proposal?.second?.department : undefined;
    if (draftProblems(chosen).length === 0) return decision.accept(chosen, along);
    setTab('form');
    setTried((count) => count + 1);
  };
  useShortcuts({ a: accept, 'Ctrl+Enter': accept, n: decision.skip });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const use = {
    fields: usable.map((name) => ({ name, label: t[name] })),
    onUse: (name: string, passage: string) => {
      const value = asValue(name, passage);
      change({ [name]: value });
      setSaid(viewer.usedAs(t[name as (typeof usable)[number]], value));
    },
  };
  const document = (
    <div class="desk-document">
      {contact.mail && <MailFacts mail={contact.mail} />}
      {contact.mail && <MailLayout html={contact.mail.html} subject={contact.subject} />}
      <Viewer
        documents={documents}
        look={looking.look}
        reasons={contact.proposal?.reasons}
        use={use}
        onReload={() => void onReload()}
      />
      <Status>{said}</Status>
      <Status hidden>{looking.said}</Status>
    </div>
  );
  const actions = (
    <ContactActions contact={contact} decision={decision} onAccept={accept} onReload={onReload} />
  );
  const suggested = (
    <SuggestedRequests
      suggested={contact.state === 'waiting' ? contact.suggested : []}
      busy={decision.busy}
      onJoin={decision.join}
    />
  );
  const form = (
    <div>
      {suggested}
      <PastLetters contact={contact} busy={decision.busy} onJoin={decision.join} />
      {contact.proposal?.notOurs && contact.state === 'waiting' && (
        <NotOursNotice
          notOurs={contact.proposal.notOurs}
          busy={decision.busy}
          onOpen={() => acceptAs(toHandOn(draft, contact))}
          onSetAside={() => decision.quarantine('not-ours')}
        />
      )}
      <ContactForm
        {...{ contact, draft, tried, second }}
        onChange={change}
        onSecond={setSecond}
        onShow={show}
        onHint={looking.hint}
      >
        {wide && actions}
      </ContactForm>
    </div>
  );
  const when = receivedWords(daysBetween(contact.now, contact.receivedAt), day(contact.receivedAt));
  return (
    <AgentPage
      title={contact.subject || contact.proposal?.subject || shell.untitled}
      context={`${t.title} ${contact.contactId.slice(-6)}`}
      kicker={<a href={`${base}/qualification`}>{t.backToQueue}</a>}
      intro={<p>{t.receivedBy(shell.channels[contact.channel] ?? contact.channel, when)}</p>}
    >
      {contact.state !== 'waiting' && (
        <Notice kind="info" title={t.alreadyDecided(t.contactStates[contact.state] ?? contact.state)}>
          {contact.state === 'quarantined' && (
            <Button look="secondary" onClick={() => void release(contact.contactId).then(onReload)}>
              {t.release}
            </Button>
          )}
          {contact.requestReference && (
            <LinkButton look="secondary" href={`${base}/demandes/${contact.requestReference}`}>
              {contact.requestReference}
            </LinkButton>
          )}
        </Notice>
      )}
      {wide ? (
        <div class="desk">
          {document}
          {form}
        </div>
      ) : (
        <>
          <Tabs
            id="desk"
            label={t.tabs}
            current={tab}
            onChange={setTab}
            tabs={[
              { id: 'document', label: t.document, panel: () => document },
              { id: 'form', label: t.form, panel: () => form },
            ]}
          />
          {actions}
        </>
      )}
    </AgentPage>
  );
}

/** The words of a mail come before its files. */
const shownOf = (contact: Contact) =>
  contact.mail || contact.documents.length === 0
    ? [asDocument(contact), ...contact.documents]
    : contact.documents;
/** A contact without a file, a mail for instance, is read as one page of text. */
const asDocument = (contact: Contact) => ({
  id: 'text',
  name: contact.subject || contact.proposal?.subject || shell.untitled,
  url: null,
  pages: [{ page: 1, url: null, width: 0, height: 0, text: contact.text }],
});
