import type { ComponentChildren } from 'preact';

type TickProps = {
  id: string;
  checked: boolean;
  onTick: (ticked: boolean) => void;
  /** Id of what is wrong with it. */
  problem?: string | undefined;
  children: ComponentChildren;
};
export const Tick = ({ id, checked, onTick, problem, children }: TickProps) => (
  <div class="choice">
    <input
      type="checkbox"
      id={id}
      checked={checked}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={problem}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
    <label for={id}>
      <span>{children}</span>
    </label>
  </div>
);
