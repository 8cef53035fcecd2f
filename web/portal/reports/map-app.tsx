import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { wantsLight } from '../light.ts';
import { writtenIn } from '../written.ts';
import { ReportMap } from './map.tsx';
import { type Chosen, MapFilters, noFilter } from './map-filters.tsx';
import { ReportCard } from './report-card.tsx';
import { type PublicReport, reportsApi } from './reports-api.ts';
import { pinsOf, usePins, type View } from './use-pins.ts';
import { useSetting } from './use-setting.ts';

type Read = { reports: PublicReport[]; next: string | null };

/** What is reported, in a list that says everything and a map that only helps. */
export function MapApp({ site }: { site: Site }) {
  const { setting, failure: noSetting, retry } = useSetting();
  const [chosen, setChosen] = useState<Chosen>(noFilter);
  const [read, setRead] = useState<Read>();
  const [failure, setFailure] = useState('');
  const [isMapShown, setMapShown] = useState(() => !wantsLight());
  const [view, setView] = useState<View>();
  const ending = useEnding();
  const load = async (after?: string) => {
    setFailure('');
    if (!after) setRead(undefined);
    const { commune, category, state } = chosen;
    try {
      const page = await reportsApi.list({
        ...(commune && { commune }),
        ...(category && { category }),
        ...(state && { state }),
        ...(after && { after }),
      });
      setRead((before) => ({
        reports: [...(after ? (before?.reports ?? []) : []), ...page.reports],
        next: page.next,
      }));
    } catch (error) {
      setFailure(error instanceof ApiProblem ? error.code : 'unexpected');
    }
  };
  useEffect(() => void load(), [chosen]);
  const { pins: seen, whole, see } = usePins(chosen);
  const listed = useMemo(() => pinsOf(read?.reports ?? []), [read]);
  const pins = useMemo(() => {
    const keys = new Set(seen.map(({ key }) => key));
    return [...seen, ...listed.filter(({ key }) => !keys.has(key))];
  }, [seen, listed]);
  useEffect(() => {
    if (view) void see(view);
  }, [view, chosen]);
  const labelOf = (code: string) => setting?.categories.find((one) => one.code === code)?.label ?? code;
  const communeOf = (code: string) => site.communes.find((one) => one.code === code)?.name ?? '';
  return (
    <Page title={t.list.title} site={site.name} wide intro={<p>{t.list.intro}</p>}>
      <p>
        <a class="button primary" href={addresses.report}>
          {t.list.report}
        </a>
      </p>
      <div role="status">
        {ending && (
          <Notice
            kind={ending === 'left' ? 'success' : 'warning'}
            title={ending === 'left' ? t.left.title : undefined}
          >
            <p>{ending === 'left' ? t.left.text : t.notLeft}</p>
          </Notice>
        )}
      </div>
      {setting && <MapFilters site={site} setting={setting} chosen={chosen} onChange={setChosen} />}
      {setting && (
        <>
          <button
            type="button"
            class="button secondary map-toggle"
            aria-expanded={isMapShown}
            onClick={() => setMapShown(!isMapShown)}
          >
            {isMapShown ? t.list.hideMap : t.list.showMap}
          </button>
          {isMapShown && (
            <>
              <p class="hint">{whole === false ? t.list.mapWide : t.list.mapNote}</p>
              <ReportMap setting={setting} pins={pins} frame={listed} onView={setView} />
            </>
          )}
        </>
      )}
      <section aria-labelledby="list-title">
        <h2 id="list-title">{t.list.heading}</h2>
        <Status hidden>{read ? t.list.loaded(read.reports.length) : ''}</Status>
        {failure || noSetting ? (
          <Alert>
            <p class="field-error">{kit.problem(failure || noSetting)}</p>
            <Button
              look="secondary"
              onClick={() => {
                if (noSetting) retry();
                void load();
              }}
            >
              {kit.retry}
            </Button>
          </Alert>
        ) : !read || !setting ? (
          <Skeleton lines={8} />
        ) : read.reports.length === 0 ? (
          <EmptyState title={t.list.none} level={3}>
            <p>{t.list.noneText}</p>
          </EmptyState>
        ) : (
          <ul class="report-list">
            {read.reports.map((report) => (
              <ReportCard
                key={report.id}
                report={report}
                category={labelOf(report.category)}
                commune={communeOf(report.commune)}
                lang={writtenIn(setting)}
              />
            ))}
          </ul>
        )}
        {read?.next && (
          <Button look="secondary" onClick={() => void load(read.next ?? undefined)}>
            {t.list.next}
          </Button>
        )}
      </section>
    </Page>
  );
}

/** The link at the foot of a mail ends the news; its secret leaves the address at once. */
function useEnding(): '' | 'left' | 'failed' {
  const [ending, setEnding] = useState<'' | 'left' | 'failed'>('');
  useEffect(() => {
    const secret = location.hash.slice(1);
    if (!secret.includes('.')) return;
    history.replaceState(null, '', location.pathname);
    reportsApi.leave(secret).then(
      () => setEnding('left'),
      () => setEnding('failed'),
    );
  }, []);
  return ending;
}
