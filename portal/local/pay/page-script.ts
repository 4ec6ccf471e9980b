/**
 * What runs in the browser on a payment page. It stands in the head, before anything of the manifest is drawn, and listens
 * on the document, so that no event is missed. Names of a form's inputs hide the form's own properties: it asks
 * prototypes and the page's data attributes instead.
 */

const REPORT = `
  const page = () => document.getElementById('payment').dataset;
  let budget = 200;
  function report(event) {
    if (budget-- <= 0) return;
    const body = JSON.stringify({ token: page().token, event });
    const headers = { 'Content-Type': 'application/json' };
    fetch(page().report, { method: 'POST', headers, body, keepalive: body.length < 50000 }).catch(() => {});
  }`;

const FORM_AND_LINK = `
  document.addEventListener('submit', (event) => {
    if (event.target !== document.querySelector('form[name="rest-handler-form"]')) return;
    const fields = Array.from(new FormData(event.target, event.submitter), ([name, value]) => [name, String(value)]);
    report({ kind: 'form-sent', method: page().method, url: page().action, fields });
  }, true);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#rest-payment-link')) {
      report({ kind: 'link-followed', url: page().action });
    }
  }, true);`;

const FRAME = `
  const frame = () => document.getElementById('rest-payment-frame');
  const foreign = new Set();
  let isAnswered = false;
  let silence;
  document.addEventListener('load', (event) => {
    if (event.target !== frame() || !frame()) return;
    const { action, message } = page();
    report({ kind: 'frame-loaded', url: action });
    const data = JSON.parse(message);
    data.BX_COMPUTED_STYLE = JSON.parse(JSON.stringify(getComputedStyle(frame().parentElement)));
    // Throws for an address without scheme and host, as on a portal.
    frame().contentWindow.postMessage(data, action);
    report({ kind: 'frame-message-posted', url: action, message: JSON.stringify(data) });
    const seconds = Number(page().silence);
    silence ??= setTimeout(() => {
      if (!isAnswered) report({ kind: 'frame-silent', seconds });
    }, seconds * 1000);
  }, true);
  addEventListener('message', (event) => {
    // Around the page there is the editor, if anything: it is no endpoint.
    if (!frame() || event.source === window || event.source === parent) return;
    if (!URL.canParse(event.origin) || new URL(event.origin).hostname !== new URL(page().action).hostname) {
      if (!foreign.has(event.origin)) report({ kind: 'frame-foreign-message', origin: event.origin });
      foreign.add(event.origin);
      return;
    }
    isAnswered = true;
    const size = {};
    for (const side of ['width', 'height']) {
      const pixels = parseInt(event.data?.[side]);
      if (pixels > 0) {
        size[side] = pixels;
        frame().style[side] = pixels + 'px';
      }
    }
    if (Object.keys(size).length > 0) report({ kind: 'frame-size', ...size });
  });`;

/** A browser opens few connections to one host: a page that nobody sees gives its own back. */
const FOLLOW = `
  let source;
  function follow() {
    if (document.hidden) {
      source?.close();
      source = undefined;
      return;
    }
    if (source) return;
    source = new EventSource(page().events);
    // Markup in which every text is escaped. What has not changed is not to be read out again.
    source.addEventListener('judged', ({ data }) => {
      const place = document.getElementById('verdict');
      const fresh = document.createElement('template');
      fresh.innerHTML = data;
      if (place && place.textContent !== fresh.content.textContent) place.replaceChildren(fresh.content);
    });
    source.addEventListener('changed', () => {
      source.close();
      location.replace(page().self);
    });
  }
  addEventListener('DOMContentLoaded', follow);
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => {
    source?.close();
    source = undefined;
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) follow();
  });`;

/** The script of a payment page. */
export const PAGE_SCRIPT = `(() => {
  'use strict';${REPORT}${FORM_AND_LINK}${FRAME}${FOLLOW}
})();`;
