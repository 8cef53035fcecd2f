import { render } from 'preact';
import { ActingLabel } from '../account/acting-label.tsx';
import { isSignedOut, readMe } from '../account/use-me.ts';
import style from '../css/acting.late.css';

/** Pages that are for anybody (forms, payments, appointments) say for whom one acts as well. Those of the space do so themselves. */
async function show(): Promise<void> {
  const main = document.querySelector('main');
  if (!main || document.querySelector('#app .space')) return;
  const me = await readMe();
  if (!me.actingFor) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = style;
  document.head.append(link);
  const bar = document.createElement('div');
  bar.className = 'acting-bar';
  main.before(bar);
  render(<ActingLabel me={me} />, bar);
}
void show().catch((error) => {
  if (!isSignedOut(error)) throw error;
});
