/** What runs in the browser on the form for settings: shows a secret while it is typed, and offers a source's values. */
export const SETTINGS_SCRIPT = `(() => {
  'use strict';
  document.addEventListener('change', ({ target }) => {
    const { reveals, listsFor } = target.dataset;
    if (reveals) document.getElementById(reveals).type = target.checked ? 'text' : 'password';
    if (listsFor) document.getElementById(listsFor).setAttribute('list', 'values-of-' + target.value);
  });
  // What needs this script is hidden without it.
  addEventListener('DOMContentLoaded', () => {
    for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false;
  });
})();`;
