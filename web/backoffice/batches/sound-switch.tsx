import { scanning as t } from '../../ui/messages/backoffice-scanning-fr.ts';
import { playFailure } from './sound.ts';

export const SoundSwitch = ({ on, onChange }: { on: boolean; onChange(on: boolean): void }) => (
  <section class="panel sound-switch">
    <div class="choice">
      <input
        type="checkbox"
        id="sound"
        checked={on}
        aria-describedby="sound-hint"
        onChange={(event) => {
          onChange(event.currentTarget.checked);
          if (event.currentTarget.checked) playFailure();
        }}
      />
      <label for="sound">
        <span>{t.sound}</span>
      </label>
      <p class="hint" id="sound-hint">
        {t.soundHint}
      </p>
    </div>
  </section>
);
