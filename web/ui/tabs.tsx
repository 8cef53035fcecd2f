import type { ComponentChildren } from 'preact';

type Tab = { id: string; label: ComponentChildren; panel: () => ComponentChildren };
type TabsProps = {
  id: string;
  label: string;
  tabs: readonly Tab[];
  current: string;
  onChange: (id: string) => void;
};

/** ARIA tabs: arrows move and show, Home and End go to the ends; only the current one is in the tab order. */
export function Tabs({ id, label, tabs, current, onChange }: TabsProps) {
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = tabs[(target + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.id);
    document.getElementById(`${id}-tab-${next.id}`)?.focus();
  };
  const shown = tabs.find((tab) => tab.id === current) ?? tabs[0];
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.id}`}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the APG pattern, the panel is reached by Tab */}
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${shown?.id}`} tabIndex={0}>
        {shown?.panel()}
      </div>
    </div>
  );
}
