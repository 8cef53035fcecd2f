import styles from '../css/forms-more.late.css';

/** What dresses the rarer parts of a form, fetched with the first of them. */
export function moreStyles(): void {
  if (document.querySelector(`link[href="${styles}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  document.head.append(link);
}
