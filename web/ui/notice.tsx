import type { ComponentChildren } from 'preact';
import { AlertIcon, CheckIcon, InfoIcon } from './icons.tsx';

type NoticeProps = {
  kind?: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  /** Of the title, where it is not that of the page. */
  titleLang?: string | undefined;
  /** Heading level of the title; a plain paragraph without it. */
  level?: 2 | 3;
  children?: ComponentChildren;
};
const icons = { info: InfoIcon, success: CheckIcon, warning: AlertIcon, danger: AlertIcon };

export function Notice({ kind = 'info', title, titleLang, level, children }: NoticeProps) {
  const Icon = icons[kind];
  const Title = level ? (`h${level}` as const) : 'p';
  return (
    <div class={`notice ${kind}`}>
      <Icon />
      <div>
        {title && (
          <Title class="notice-title" lang={titleLang}>
            {title}
          </Title>
        )}
        {children}
      </div>
    </div>
  );
}
