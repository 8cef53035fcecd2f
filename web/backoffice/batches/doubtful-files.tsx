import { LinkButton } from '../../ui/button.tsx';
import { receivedWords } from '../../ui/messages/backoffice-board-fr.ts';
import { scanning as t } from '../../ui/messages/backoffice-scanning-fr.ts';
import { day, daysBetween, time } from '../../ui/messages/dates.ts';
import { base } from '../routes.ts';
import type { Scanning } from './clerk-api.ts';

/** Files that wait for a clerk, before everything else: nobody else can send them on. */
export function DoubtfulFiles({ scanning: { doubts, now } }: { scanning: Scanning }) {
  if (doubts.length === 0) return null;
  const since = (at: string) => {
    const days = daysBetween(now, at);
    return days === 0 ? time(at) : receivedWords(days, day(at));
  };
  return (
    <section class="doubtful-files" aria-labelledby="doubts-title">
      <h2 id="doubts-title">{t.doubtsTitle}</h2>
      <p class="soft">{t.doubtsText}</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.fileId}>
            <div>
              <p class="file-name">
                <strong>{doubt.fileName}</strong>
                {doubt.batchName !== doubt.fileName && <span class="soft"> {doubt.batchName}</span>}
              </p>
              <p class="marks">
                <span>{t.places(doubt.places, doubt.pages)}</span>
                <span>{t.since(since(doubt.since))}</span>
              </p>
            </div>
            <LinkButton
              href={`${base}/lots/${encodeURIComponent(doubt.batchId)}/doutes/${encodeURIComponent(doubt.fileId)}`}
              about={t.decideAbout(doubt.fileName, doubt.batchName)}
            >
              {t.decide}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
