import type { ComponentChildren } from 'preact';
import { AlertIcon, CheckIcon, InfoIcon } from './icons.tsx';

type NoticeProps = {
  kind?: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  /** Heading level of the title; a plain paragraph without it. */
  level?: 2 | 3;
  children?: ComponentChildren;
};
const icons = { info: InfoIcon, success: CheckIcon, warning: AlertIcon, danger: AlertIcon };

export function Notice({ kind = 'info', title, level, children }: NoticeProps) {
  const Icon = icons[kind];
  const Title = level ? (`h${level}` as const) : 'p';
  return (
    <div class={`notice ${kind}`}>
      <Icon />
      <div>
        {title && <Title class="notice-title">{title}</Title>}
        {children}
      </div>
    </div>
  );
}
