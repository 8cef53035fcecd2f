// Keeps the tools page fresh and moves the clock. The page reads well without it.
const EVERY_MS = 10_000;
const pause = document.getElementById('pause');
const said = document.getElementById('clock-said');
let isPaused = false;

async function refresh() {
  const response = await fetch('/local/', { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const old of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(old.id);
    // What is being read with the keyboard stays where it is.
    if (next && !old.contains(document.activeElement) && next.outerHTML !== old.outerHTML)
      old.replaceWith(document.adoptNode(next));
  }
}

async function setClock(change) {
  const response = await fetch('/local/clock', { method: 'POST', body: JSON.stringify(change) });
  said.textContent = response.ok ? said.dataset.done : said.dataset.failed;
  await refresh();
}

for (const button of document.querySelectorAll('[data-advance]'))
  button.addEventListener('click', () => setClock({ advance: button.dataset.advance }));
document
  .querySelector('[data-now]')
  .addEventListener('click', () => setClock({ now: new Date().toISOString() }));
document.getElementById('set-clock').addEventListener('submit', (event) => {
  event.preventDefault();
  setClock({ now: new Date(document.getElementById('instant').value).toISOString() });
});
pause.addEventListener('click', () => {
  isPaused = !isPaused;
  pause.textContent = isPaused ? pause.dataset.resume : pause.dataset.pause;
});
setInterval(() => {
  if (!isPaused && document.visibilityState === 'visible') refresh().catch(() => {});
}, EVERY_MS);
const texting = document.getElementById('receive-sms');
texting?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const typed = (id) => document.getElementById(id).value;
  const body = JSON.stringify({ from: typed('sms-from'), text: typed('sms-text') });
  const response = await fetch('/local/sms', { method: 'POST', body });
  const smsSaid = document.getElementById('sms-said');
  smsSaid.textContent = response.ok ? smsSaid.dataset.done : smsSaid.dataset.failed;
  await refresh();
});
