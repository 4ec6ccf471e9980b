/**
 * What runs in the browser on the page of the log: it keeps the entries up to date, opens the one that the address names,
 * and does what the buttons say. Entries come from the portal as markup in which every text is escaped.
 */
export const LOG_SCRIPT = `(() => {
  'use strict';
  const data = () => document.getElementById('log').dataset;
  const ask = (path) => fetch(path, { method: 'POST', headers: { 'b24pay-token': data().token } });

  async function refresh() {
    const answer = await fetch(data().entries);
    if (!answer.ok) return;
    const list = document.getElementById('entries');
    const open = [...list.querySelectorAll('details[open]')].map((entry) => entry.id).filter((id) => id !== '');
    const revealed = new Map([...list.querySelectorAll('details[data-revealed]')].map((entry) => [entry.id, entry]));
    const focused = document.activeElement?.closest('details.entry')?.id;
    list.innerHTML = await answer.text();
    for (const [id, entry] of revealed) document.getElementById(id)?.replaceWith(entry);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (focused) document.getElementById(focused)?.querySelector('summary')?.focus({ preventScroll: true });
  }

  function showNamed() {
    const entry = location.hash.startsWith('#exchange-') && document.getElementById(location.hash.slice(1));
    if (!entry) return;
    entry.open = true;
    entry.scrollIntoView();
  }

  async function showCommand(entry) {
    const answer = await ask('/log/' + entry.dataset.number + '/curl');
    if (!answer.ok) return;
    const place = entry.querySelector('.curl');
    place.textContent = await answer.text();
    place.hidden = false;
    getSelection()?.selectAllChildren(place);
    // Where the editor shows the page, the clipboard may be out of reach: then the command stands there, selected.
    await navigator.clipboard?.writeText(place.textContent).catch(() => {});
  }

  async function reveal(entry) {
    const answer = await ask('/log/' + entry.dataset.number + '/reveal');
    if (!answer.ok) return;
    const fresh = document.createElement('template');
    fresh.innerHTML = await answer.text();
    entry.replaceWith(fresh.content);
  }

  let pending = false;
  async function follow() {
    const source = new EventSource('/log/events');
    source.addEventListener('changed', async () => {
      if (pending) return;
      pending = true;
      // Several changes in one moment are one.
      await new Promise(requestAnimationFrame);
      pending = false;
      await refresh();
    });
    addEventListener('pagehide', () => source.close());
  }

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-do]') : undefined;
    const entry = button?.closest('details.entry');
    if (!entry) return;
    if (button.dataset.do === 'curl') showCommand(entry);
    else reveal(entry);
  });
  // The token stands in the page once, not in every entry.
  document.addEventListener('submit', (event) => {
    const field = event.target.querySelector('input[name="b24pay-token"]');
    if (field) field.value = data().token;
  });
  addEventListener('hashchange', showNamed);
  addEventListener('DOMContentLoaded', () => {
    showNamed();
    follow();
  });
})();`;
