import { useRef, useState } from 'preact/hooks';
import { reasons as t } from '../../ui/messages/backoffice-reasons-fr.ts';
import type { Contact } from '../data/agent-api.ts';
import type { Look, ViewedDocument } from '../viewer/viewer.tsx';
import type { Draft } from './draft.ts';
import { type Passage, readAt, spotOf } from './places.ts';

/** A hand that only passes over a field shows nothing. */
const rest = 200;

/** What the viewer shows, because a chip was pressed or a field is at hand. */
export function useLook(contact: Contact, documents: readonly ViewedDocument[], draft: Draft) {
  const [look, setLook] = useState<Look | null>(null);
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const serial = useRef(0);
  const shownFor = useRef('');
  const show = (passage: Passage, isAsked: boolean): boolean => {
    const spot = spotOf(documents, passage);
    serial.current += 1;
    if (spot) setLook({ ...spot, isAsked, serial: serial.current });
    if (isAsked) setSaid(spot ? t.shown(spot.wanted, spot.hit.page) : t.notShown);
    return spot !== null;
  };
  return {
    look,
    said,
    /** A person asked for it: the viewer comes into view. */
    show: (passage: Passage) => show(passage, true),
    /** A field has the focus or the mouse: its place is marked, nothing moves but the page that is looked at. */
    hint: (field: string | null) => {
      clearTimeout(timer.current);
      if ((field ?? '') === shownFor.current) return;
      timer.current = setTimeout(() => {
        shownFor.current = field ?? '';
        const passage = field && readAt(contact, field, draft[field as keyof Draft] ?? '');
        if (!passage || !show(passage, false)) setLook(null);
      }, rest);
    },
  };
}
