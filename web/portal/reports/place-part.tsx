import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { PinIcon } from '../../ui/icons.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Status } from '../../ui/status.tsx';
import type { Draft } from './draft.ts';
import { ReportMap } from './map.tsx';
import { type Address, type Point, reportsApi, type Setting } from './reports-api.ts';

type PlaceProps = {
  site: Site;
  setting: Setting;
  draft: Draft;
  errorOf: (field: string) => string | undefined;
  onChange: (more: Partial<Draft>) => void;
};

/** Words always suffice; an address that is proposed, the device's position and the map only make them sharper. */
export function PlacePart({ site, setting, draft, errorOf, onChange }: PlaceProps) {
  const { said, say, found, forget } = useAddresses(draft.place);
  const [isOpen, setOpen] = useState(false);
  const take = ({ label, commune, point }: Address) => {
    forget(label);
    onChange({ place: label, commune, point });
    document.getElementById('place')?.focus();
  };
  const setPoint = (point: Point) => {
    onChange({ point, place: draft.place || t.place.atPoint });
    say(t.place.pointSet);
  };
  const locate = () => {
    say(t.place.locating);
    if (!('geolocation' in navigator)) return say(t.place.noPosition);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPoint({ latitude: coords.latitude, longitude: coords.longitude }),
      () => say(t.place.noPosition),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  };
  return (
    <section class="report-place" aria-labelledby="place-title">
      <h2 id="place-title">{t.place.title}</h2>
      <TextField
        id="place"
        label={t.place.address}
        hint={t.place.hint}
        autocomplete="off"
        error={errorOf('place')}
        value={draft.place}
        onChange={(place) => onChange({ place })}
      />
      {found.length > 0 && (
        <ul class="address-list" aria-label={t.place.choose}>
          {found.map((address) => (
            <li key={address.label}>
              <button type="button" onClick={() => take(address)}>
                <PinIcon />
                {address.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        id="commune"
        label={t.place.commune}
        error={errorOf('commune')}
        options={site.communes.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.commune}
        onChange={(commune) => onChange({ commune })}
      />
      <div class="place-ways">
        <Button look="secondary" onClick={locate}>
          <PinIcon />
          {t.place.mine}
        </Button>
        <button
          type="button"
          class="button secondary"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t.place.closeMap : t.place.openMap}
        </button>
        {draft.point && (
          <button type="button" class="link" onClick={() => onChange({ point: null })}>
            {t.place.clear}
          </button>
        )}
      </div>
      <p class="hint">{t.place.optional}</p>
      <Status>{said || (draft.point ? t.place.pointSet : '')}</Status>
      {isOpen && <ReportMap setting={setting} point={draft.point} onPlace={setPoint} />}
    </section>
  );
}

const pauseMs = 300;
/** Addresses proposed for what is typed, once it rests; what was just chosen is not asked again. */
function useAddresses(typed: string) {
  const [found, setFound] = useState<Address[]>([]);
  const [said, say] = useState('');
  const chosen = useRef(typed);
  useEffect(() => {
    const text = typed.trim();
    if (text.length < 4 || text === chosen.current || text === t.place.atPoint) return setFound([]);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      reportsApi.addresses(text, abort.signal).then(
        ({ addresses, available }) => {
          setFound(addresses);
          say(available ? t.place.found(addresses.length) : t.place.unavailable);
        },
        () => {
          setFound([]);
          if (!abort.signal.aborted) say(t.place.unavailable);
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed]);
  const forget = (label: string) => {
    chosen.current = label;
    setFound([]);
    say('');
  };
  return { found, said, say, forget };
}
