import { useQuery } from '@tanstack/react-query';
import { waves as t } from '../../ui/messages/backoffice-waves-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { base } from '../routes.ts';
import { type Wave, wavesApi } from './waves-api.ts';

export const waveHref = (waveId: string) => `${base}/vagues/${encodeURIComponent(waveId)}`;

/** On the board: what many people write about, the newest two; nothing when there is nothing. */
export function BoardWaves({ department }: { department: string | null }) {
  const { data } = useQuery({
    queryKey: ['waves', department],
    queryFn: () => wavesApi.list(department ?? undefined),
    refetchInterval: 60_000,
    retry: false,
  });
  if (!data || data.waves.length === 0) return null;
  return (
    <ul class="wave-lines" aria-label={t.board}>
      {data.waves.slice(0, 2).map((wave) => (
        <li key={wave.waveId}>
          <a href={waveHref(wave.waveId)}>{t.line(wave, data.now)}</a>
        </li>
      ))}
      {data.waves.length > 2 && (
        <li>
          <a href={`${base}/vagues`}>{t.seeAll}</a>
        </li>
      )}
    </ul>
  );
}

/** One wave in one line, on a request or a contact that is of it. */
export const WaveLine = ({ wave, now, said }: { wave: Wave; now: string; said: string }) => (
  <p class="wave-line">
    <a href={waveHref(wave.waveId)}>{t.line(wave, now)}</a>
    <span class="soft">{said}</span>
  </p>
);

/** On a request: the same letter of the same person before it, and the wave it belongs to. */
export function WaveOfRequest({ reference }: { reference: string }) {
  const { data } = useQuery({
    queryKey: ['wave-of', reference],
    queryFn: () => wavesApi.of(reference),
    retry: false,
  });
  if (!data) return null;
  const { wave, again, isOut, now } = data;
  return (
    <>
      {again && (
        <p class="wave-line">
          {t.againOf(day(again.receivedAt))}
          <a href={`${base}/demandes/${again.reference}`}>{again.reference}</a>
        </p>
      )}
      {wave && <WaveLine wave={wave} now={now} said={isOut ? t.outOfIt : t.ofRequest} />}
    </>
  );
}
