/**
 * What runs in the browser on the page of the log: it keeps the entries up to date, opens the one that the address names,
 * and does what the buttons say. Entries come from the portal as markup in which every text is escaped.
 */
export const LOG_SCRIPT = `(() => {
  'use strict';
  const data = () => document.getElementById('log').dataset;
  const ask = (path) => fetch(path, { method: 'POST', headers: { 'b24pay-token': data().token } });

  const known = new Map();
  const entriesIn = (place) => [...place.querySelectorAll('details.entry')];

  async function refresh() {
    const answer = await fetch(data().entries);
    if (!answer.ok) return;
    const fresh = document.createElement('template');
    fresh.innerHTML = await answer.text();
    const focused = document.activeElement;
    const list = document.getElementById('entries');
    for (const entry of entriesIn(fresh.content)) {
      const markup = entry.outerHTML;
      const shown = document.getElementById(entry.id);
      // What has not changed stays as it is: opened, revealed, with its command.
      if (shown && known.get(entry.id) === markup) entry.replaceWith(shown);
      else if (shown?.open) entry.open = true;
      known.set(entry.id, markup);
    }
    list.replaceChildren(fresh.content);
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    tellNewest(list);
  }

  // For screen readers: the one line that is new, instead of the whole list.
  function tellNewest(list) {
    const head = list.querySelector('details.entry summary');
    const text = head ? head.textContent.replace(/\\s+/g, ' ').trim() : '';
    const news = document.getElementById('news');
    if (news.textContent !== text) news.textContent = text;
  }

  function showNamed() {
    const entry = location.hash.startsWith('#exchange-') && document.getElementById(location.hash.slice(1));
    if (!entry) return;
    entry.open = true;
    entry.scrollIntoView();
  }

  // The command has the secrets that the entry hides: it goes past the page, which others may see.
  async function copyCommand(entry) {
    const note = entry.querySelector('[data-copied]');
    note.textContent = '';
    const answer = await ask('/log/' + entry.dataset.number + '/curl');
    if (!answer.ok) return;
    const command = await answer.text();
    const isCopied = await copy(command);
    note.textContent = isCopied ? note.dataset.copied : '';
    const place = entry.querySelector('.curl');
    place.hidden = isCopied;
    place.textContent = isCopied ? '' : command;
    if (!isCopied) getSelection()?.selectAllChildren(place);
  }

  // Where the editor shows the page, the clipboard may be out of reach: then the command stands there, selected.
  async function copy(text) {
    if (!navigator.clipboard) return false;
    return navigator.clipboard.writeText(text).then(() => true, () => false);
  }

  async function reveal(entry) {
    const answer = await ask('/log/' + entry.dataset.number + '/reveal');
    if (!answer.ok) return;
    const fresh = document.createElement('template');
    fresh.innerHTML = await answer.text();
    entry.replaceWith(fresh.content);
  }

  let pending = false;
  async function changed() {
    if (pending) return;
    pending = true;
    // Several changes in one moment are one.
    await new Promise((resolve) => setTimeout(resolve, 50));
    pending = false;
    await refresh();
  }

  // A browser opens few connections to one host: a page that nobody sees gives its own back.
  let source;
  function follow() {
    if (document.hidden) {
      source?.close();
      source = undefined;
    } else if (!source) {
      source = new EventSource('/log/events');
      // Also after the connection was lost: something may have happened meanwhile.
      source.addEventListener('open', changed);
      source.addEventListener('changed', changed);
    }
  }

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-do]') : undefined;
    const entry = button?.closest('details.entry');
    if (!entry) return;
    if (button.dataset.do === 'curl') copyCommand(entry);
    else reveal(entry);
  });
  // The token stands in the page once, not in every entry.
  document.addEventListener('submit', (event) => {
    const field = event.target.querySelector('input[name="b24pay-token"]');
    if (field) field.value = data().token;
  });
  addEventListener('hashchange', showNamed);
  addEventListener('DOMContentLoaded', () => {
    for (const entry of entriesIn(document)) known.set(entry.id, entry.outerHTML);
    showNamed();
    follow();
  });
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => {
    source?.close();
    source = undefined;
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) follow();
  });
})();`;
