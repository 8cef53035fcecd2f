import type { Scope } from '../../../functions/agents/caller.ts';
import type { Site } from '../../site.ts';
import { LinkButton } from '../../ui/button.tsx';
import { AlertIcon } from '../../ui/icons.tsx';
import { spaceHome as t } from '../../ui/messages/space-home-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { addresses } from '../frame.tsx';
import {
  appointmentLines,
  awaitsOf,
  draftLines,
  dueLines,
  read,
  requestLines,
  warningLines,
} from './home-parts.ts';
import { type Me, Space } from './space.tsx';
import { isReady, type Line, Lines, Tile, usePart } from './tile.tsx';
import { useEarly } from './use-early.ts';

/** What awaits the person first, then the latest of everything; each part comes when it answers. */
export function HomePage({ site }: { site: Site }) {
  return (
    <Space
      site={site}
      current="home"
      title={(me) => me?.actingFor?.name ?? t.hello(me?.givenName.split(' ')[0] ?? '')}
    >
      {(me) => <Home me={me} />}
    </Space>
  );
}

function Home({ me }: { me: Me }) {
  const opens = (scope: Scope) => !me.actingFor || me.actingFor.scope.includes(scope);
  const isEarly = useEarly();
  const requests = usePart(read.requests, opens('requests'));
  const payments = usePart(read.payments, opens('payments'));
  const warnings = usePart(read.warnings, opens('documents'));
  const drafts = usePart(read.drafts, opens('requests'));
  const appointments = usePart(read.appointments, opens('appointments'));
  const owed = payments.data?.payments ?? [];
  const warned = warnings.data?.warnings ?? [];
  const own = requests.data?.requests ?? [];
  const awaits = awaitsOf(own, owed, warned, me.now);
  const isSettled = [requests, payments, warnings, drafts, appointments].every(isReady);
  const isNew =
    isSettled &&
    [own, owed, warned, drafts.data?.drafts, appointments.data?.appointments].every(
      (list) => !list?.length,
    ) &&
    !requests.failed &&
    !me.actingFor;
  if (isEarly && !isSettled) return <Skeleton lines={6} />;
  if (isNew) return <Newcomer me={me} />;
  return (
    <>
      <Awaits lines={awaits} isKnown={isReady(requests) && isReady(payments)} me={me} />
      <div class="tiles">
        <Tile
          id="demandes"
          title={t.requests.title}
          part={requests}
          link={{ href: addresses.requests, label: t.requests.all }}
        >
          {(data) =>
            data.requests.length > 0 ? (
              <Lines lines={requestLines(data.requests)} />
            ) : (
              <p>{t.requests.none}</p>
            )
          }
        </Tile>
        {drafts.data && drafts.data.drafts.length > 0 && (
          <Tile id="brouillons" title={t.drafts.title} part={drafts}>
            {(data) => <Lines lines={draftLines(data)} />}
          </Tile>
        )}
        <Tile
          id="rendez-vous"
          title={t.appointments.title}
          part={appointments}
          link={{ href: addresses.appointments, label: t.appointments.book }}
        >
          {(data) =>
            data.appointments.length > 0 ? (
              <Lines lines={appointmentLines(data)} />
            ) : (
              <p>{t.appointments.none}</p>
            )
          }
        </Tile>
        <Tile
          id="paiements"
          title={t.payments.title}
          part={payments}
          link={{ href: addresses.pay, label: t.payments.all }}
        >
          {() => {
            const lines = dueLines(owed);
            return lines.length > 0 ? <Lines lines={lines} /> : <p>{t.payments.none}</p>;
          }}
        </Tile>
        <Tile
          id="coffre"
          title={t.safe.title}
          part={warnings}
          link={{ href: addresses.safe, label: t.safe.all }}
        >
          {() => {
            const lines = warningLines(warned);
            return lines.length > 0 ? <Lines lines={lines} /> : <p>{t.safe.none}</p>;
          }}
        </Tile>
        <Tile
          id="foyer"
          title={t.household.title}
          part={me.actingFor ? { closed: true } : { data: true }}
          link={{ href: addresses.household, label: t.household.all }}
        >
          {() => <p>{t.household.text}</p>}
        </Tile>
      </div>
    </>
  );
}

function Awaits({ lines, isKnown, me }: { lines: readonly Line[]; isKnown: boolean; me: Me }) {
  const mine: Line = {
    ...{ key: 'profile', href: addresses.profile, title: t.awaits.profile, detail: t.awaits.profileText },
  };
  const all = me.isComplete || me.actingFor ? lines : [...lines, mine];
  if (!isKnown && all.length === 0) return <Skeleton lines={2} />;
  if (all.length === 0) return <p class="nothing-awaits">{t.awaits.none}</p>;
  return (
    <section class="your-turn" aria-labelledby="agir">
      <AlertIcon />
      <div>
        <h2 id="agir">{t.awaits.title}</h2>
        <Lines lines={all} />
      </div>
    </section>
  );
}

/** Nothing yet is a beginning: three things to do, none of them due. */
function Newcomer({ me }: { me: Me }) {
  const { steps, title, text } = t.newcomer;
  return (
    <section class="newcomer" aria-labelledby="debut">
      <h2 id="debut">{title}</h2>
      <p>{text}</p>
      <ul>
        {!me.isComplete && (
          <li>
            <a href={addresses.profile}>{t.awaits.profile}</a>
          </li>
        )}
        <li>
          <a href={addresses.household}>{steps.household}</a>
        </li>
        <li>
          <a href={addresses.safe}>{steps.safe}</a>
        </li>
        <li>
          <a href={addresses.requests}>{steps.track}</a>
        </li>
      </ul>
      <div class="buttons">
        <LinkButton href={addresses.procedures}>{steps.procedure}</LinkButton>
      </div>
    </section>
  );
}
