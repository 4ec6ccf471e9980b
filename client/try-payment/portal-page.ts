/** Shows a page of the local portal inside the editor: a webview that holds nothing but a frame. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { HIGH_CONTRAST } from '../../portal/local/page/high-contrast.js';

/**
 * What a webview needs to show the page, on a remote machine too. What the webview itself may not do, no frame in it may: so
 * scripts and forms are on, though the document around the frame has one script and no form, and its policy lets no other in.
 */
export function pageOptions(url: string): vscode.WebviewOptions {
  const port = Number(new URL(url).port);
  return {
    enableScripts: true,
    enableForms: true,
    enableCommandUris: false,
    localResourceRoots: [],
    portMapping: [{ webviewPort: port, extensionHostPort: port }],
  };
}

/** A way on from where there is no page to show. */
export interface Way {
  readonly title: string;
  /** Id of a command. */
  readonly command: string;
}

/** What a webview needs to show a note: it may run the commands that the note offers, and no other. */
export function noteOptions(ways: readonly Way[]): vscode.WebviewOptions {
  return { enableCommandUris: ways.map(({ command }) => command), localResourceRoots: [] };
}

/**
 * The page in a frame. A buyer goes on to a bank in the same frame, so any web address may follow. Payment services need forms,
 * scripts and their own storage; a new window or the editor itself they must not touch. What a service refuses to show in a frame
 * opens in a browser by the link above it.
 */
export function pageInFrame(url: string, title: string): string {
  const nonce = newNonce();
  return document(
    nonce,
    `frame-src http: https:; script-src 'nonce-${nonce}'`,
    `<nav><a href="${escaped(url)}">${escaped(vscode.l10n.t('Open in Browser'))}</a></nav>
     <iframe title="${escaped(title)}" src="${escaped(url)}" allow="clipboard-write"
       sandbox="allow-forms allow-scripts allow-same-origin allow-modals"></iframe>
     <script nonce="${nonce}">${tellContrast(new URL(url).origin)}</script>`,
  );
}

/** A line of text with ways on, where there is no page to show. */
export function note(text: string, ways: readonly Way[]): string {
  const links = ways.map(({ title, command }) => `<p><a href="command:${command}">${escaped(title)}</a></p>`);
  return document(newNonce(), "frame-src 'none'", `<main><p>${escaped(text)}</p>${links.join('')}</main>`);
}

function newNonce(): string {
  return randomBytes(16).toString('hex');
}

function document(nonce: string, policy: string, body: string): string {
  return `<!doctype html>
    <html lang="${escaped(vscode.env.language)}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; ${policy}" />
        <style nonce="${nonce}">${STYLES}</style>
      </head>
      <body>${body}</body>
    </html>`;
}

/**
 * Tells the page in the frame whether the theme has high contrast: by a name to the next page that it loads, by a message to the one
 * that is open. A bank may have given the frame another name; the message is for pages of the portal only.
 */
function tellContrast(origin: string): string {
  return `
  const frame = document.querySelector('iframe');
  const tell = () => {
    frame.name = document.body.matches('.vscode-high-contrast, .vscode-high-contrast-light') ? '${HIGH_CONTRAST}' : '';
    frame.contentWindow.postMessage(frame.name, '${origin}');
  };
  new MutationObserver(tell).observe(document.body, { attributeFilter: ['class'] });
  frame.addEventListener('load', tell);
  tell();`;
}

/** A frame takes its light or dark from the element that it stands in, and the editor's theme may differ from the system's. */
const STYLES = `
  .vscode-light, .vscode-high-contrast-light { color-scheme: light; }
  .vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; }
  html, body { height: 100%; margin: 0; padding: 0; }
  body { display: flex; flex-direction: column; }
  nav { padding: 4px 12px; font-size: 12px; border-bottom: 1px solid var(--vscode-contrastBorder, transparent); }
  main { padding: 8px 16px; }
  iframe { border: 0; flex: 1; width: 100%; background: Canvas; }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
