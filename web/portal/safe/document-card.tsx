import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { Button } from '../../ui/button.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { size } from '../../ui/messages/numbers.ts';
import { safe as t } from '../../ui/messages/safe-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Preview } from './preview.tsx';

export type DocumentActs = {
  onToggle: (document: SafeView) => void;
  onSave: (document: SafeView) => void;
  onCorrect: (document: SafeView) => void;
  onShare: (document: SafeView) => void;
  onRemove: (document: SafeView) => void;
};
export const kindName = (type: string): string => t.kinds[type] ?? t.kinds.other ?? '';

/** What there is to know of a document at a glance: until when it is good, or that it is being looked at. */
export function StateTag({ document }: { document: SafeView }) {
  const { scan, reading, state, validUntil, from } = document;
  if (scan === 'pending') return <Tag>{t.checking}</Tag>;
  if (scan !== 'clean') return null;
  if (reading === 'pending') return <Tag>{t.reading}</Tag>;
  if (from === 'authority' || validUntil === null) return null;
  const kind = { valid: 'success', soon: 'warning', expired: 'danger' } as const;
  return <Tag kind={kind[state]}>{t.states[state](validUntil)}</Tag>;
}

/** One line of the safe, opened in place. */
export function DocumentCard(props: {
  document: SafeView;
  isOpen: boolean;
  busy: boolean;
  acts: DocumentActs;
}) {
  const { document, isOpen, busy, acts } = props;
  const { id, name, type, from, storedAt, memberName, reference, scan } = document;
  const isClean = scan === 'clean';
  return (
    <li class="document" id={`document-${id}`}>
      <div class="document-head">
        <FileIcon />
        <div class="document-words">
          <h3>
            <button
              type="button"
              class="document-name"
              aria-expanded={isOpen}
              aria-controls={`details-${id}`}
              onClick={() => acts.onToggle(document)}
            >
              {name}
            </button>
          </h3>
          <p>
            {kindName(type)}
            {memberName && <span> · {memberName}</span>}
          </p>
          <p class="document-small">
            {from === 'authority' ? t.sentOn(storedAt) : t.storedOn(storedAt)} · {size(document.size)}
            {reference && <span> · {t.forRequest(reference)}</span>}
          </p>
        </div>
        <StateTag document={document} />
      </div>
      {(scan === 'infected' || scan === 'unscannable') && (
        <Notice kind="danger">
          <p>{t.scans[scan]}</p>
        </Notice>
      )}
      <div id={`details-${id}`} hidden={!isOpen}>
        {isOpen && (
          <div class="document-details">
            {isClean && <Preview document={document} />}
            <div>
              <ReadLines document={document} />
              <div class="safe-actions">
                {isClean && (
                  <Button look="secondary" onClick={() => acts.onSave(document)} about={name}>
                    {t.save}
                  </Button>
                )}
                <Button look="secondary" onClick={() => acts.onCorrect(document)} about={name}>
                  {t.correct}
                </Button>
                {isClean && (
                  <Button look="quiet" onClick={() => acts.onShare(document)} about={name}>
                    {t.share}
                  </Button>
                )}
                <Button look="quiet" busy={busy} onClick={() => acts.onRemove(document)} about={name}>
                  {t.remove}
                </Button>
              </div>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}

function ReadLines({ document: { read, reading, from } }: { document: SafeView }) {
  if (from === 'authority' || reading === 'pending') return null;
  return (
    <div class="read-lines">
      <h4>{t.read.title}</h4>
      {read.length === 0 ? (
        <p>{t.read.none}</p>
      ) : (
        <>
          <dl>
            {read.map(({ code, value }) => (
              <div key={code}>
                <dt>{t.read.codes[code] ?? code}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p class="hint">{t.read.check}</p>
        </>
      )}
    </div>
  );
}
