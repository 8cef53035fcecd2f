import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { mandates as t } from '../../ui/messages/mandates-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Space } from '../account/space.tsx';
import { MandateCard } from './mandate-card.tsx';
import { MandateForm } from './mandate-form.tsx';
import { ReceivedOffer } from './received-offer.tsx';
import {
  actFor,
  codeOf,
  endMandate,
  forgetOffer,
  type MandateLine,
  type Mandates,
  takeOffer,
  useMandates,
} from './use-mandates.ts';

const isLive = ({ state }: MandateLine): boolean => state === 'active' || state === 'offered';

export function MandatesApp({ site }: { site: Site }) {
  const [inError, setInError] = useState(false);
  return (
    <Space {...{ site, inError, current: 'mandates', title: t.title, intro: <p>{t.intro}</p> }}>
      {(me) =>
        me.actingFor ? (
          <Notice>
            <p>{t.blocked}</p>
          </Notice>
        ) : (
          <Own onErrors={setInError} />
        )
      }
    </Space>
  );
}

/** What was given, what is held, and an offer that waits for a word. */
function Own({ onErrors }: { onErrors: (inError: boolean) => void }) {
  const { view, problem, load } = useMandates();
  const [secret, setSecret] = useState<string>();
  const [isGiving, setGiving] = useState(false);
  const [said, say] = useState('');
  const [failure, setFailure] = useState<string>();
  useEffect(() => setSecret(takeOffer()), []);
  const act = async (work: () => Promise<unknown>, sentence: string) => {
    setFailure(undefined);
    try {
      await work();
      say(sentence);
      await load();
    } catch (error) {
      setFailure(codeOf(error));
      await load();
    }
  };
  const shown = failure ?? problem;
  return (
    <>
      <Status>{said}</Status>
      {shown && (
        <Alert>
          <Notice kind="danger">
            <p>{kit.problem(shown)}</p>
            {!view && (
              <Button look="secondary" onClick={() => void load()}>
                {kit.retry}
              </Button>
            )}
          </Notice>
        </Alert>
      )}
      {secret && (
        <ReceivedOffer
          secret={secret}
          onDone={(sentence) => {
            forgetOffer();
            setSecret(undefined);
            say(sentence);
            void load();
          }}
        />
      )}
      {!view && !problem && <Skeleton lines={5} />}
      {view && isGiving && (
        <MandateForm
          {...{ bounds: view, onErrors }}
          onCancel={() => setGiving(false)}
          onSent={(name) => {
            setGiving(false);
            say(t.form.sent(name));
            void load();
          }}
        />
      )}
      {view && !isGiving && (
        <>
          <Given
            given={view.given}
            onAdd={() => setGiving(true)}
            onEnd={({ id, helper }) => void act(() => endMandate(id), t.given.revoked(helper.name))}
          />
          <Held
            held={view.held}
            onAct={({ id }) => void act(() => actFor(id), '')}
            onEnd={({ id, represented }) => void act(() => endMandate(id), t.held.renounced(represented))}
          />
        </>
      )}
    </>
  );
}

type GivenProps = { given: Mandates['given']; onAdd: () => void; onEnd: (mandate: MandateLine) => void };
function Given({ given, onAdd, onEnd }: GivenProps) {
  const [live, past] = [given.filter(isLive), given.filter((one) => !isLive(one))];
  return (
    <section aria-labelledby="given-title">
      <h2 id="given-title">{t.given.title}</h2>
      {live.length === 0 && (
        <EmptyState level={3} title={t.given.none}>
          <p>{t.given.noneText}</p>
        </EmptyState>
      )}
      <ul class="mandates">
        {live.map((mandate) => (
          <MandateCard key={mandate.id} mandate={mandate} name={mandate.helper.name}>
            <Button look="secondary" about={mandate.helper.name} onClick={() => onEnd(mandate)}>
              {t.given.revoke}
            </Button>
            <p class="soft">
              {mandate.state === 'offered' ? t.given.waits(mandate.helper.name) : t.given.told[mandate.told]}
            </p>
          </MandateCard>
        ))}
      </ul>
      <div class="buttons">
        <Button onClick={onAdd}>{t.given.add}</Button>
      </div>
      {past.length > 0 && (
        <details class="mandates-past">
          <summary>{t.given.past}</summary>
          <ul class="mandates">
            {past.map((mandate) => (
              <MandateCard key={mandate.id} mandate={mandate} name={mandate.helper.name} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type HeldProps = {
  held: Mandates['held'];
  onAct: (mandate: MandateLine) => void;
  onEnd: (mandate: MandateLine) => void;
};
function Held({ held, onAct, onEnd }: HeldProps) {
  const live = held.filter(({ state }) => state === 'active');
  return (
    <section aria-labelledby="held-title" class="mandates-held">
      <h2 id="held-title">{t.held.title}</h2>
      {live.length === 0 && (
        <EmptyState level={3} title={t.held.none}>
          <p>{t.held.noneText}</p>
        </EmptyState>
      )}
      <ul class="mandates">
        {live.map((mandate) => (
          <MandateCard key={mandate.id} mandate={mandate} name={mandate.represented}>
            <Button onClick={() => onAct(mandate)}>{t.held.act(mandate.represented)}</Button>
            <Button look="quiet" about={mandate.represented} onClick={() => onEnd(mandate)}>
              {t.held.renounce}
            </Button>
          </MandateCard>
        ))}
      </ul>
    </section>
  );
}
