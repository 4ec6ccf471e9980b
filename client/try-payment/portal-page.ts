/** Shows a page of the local portal inside the editor: a webview that holds nothing but a frame. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * What a webview needs to show the page, on a remote machine too. What the webview itself may not do, no frame in it may: so
 * scripts and forms are on, though the document around the frame has neither, and its policy lets none in.
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

/**
 * The page in a frame. Payment services need forms, scripts and their own storage; a new window or the editor itself they must
 * not touch. What a service refuses to show in a frame opens in a browser by the link above it.
 */
export function pageInFrame(url: string, title: string): string {
  return document(
    `frame-src ${new URL(url).origin} http: https:`,
    `<nav><a href="${escaped(url)}">${escaped(vscode.l10n.t('Open in Browser'))}</a></nav>
     <iframe title="${escaped(title)}" src="${escaped(url)}" allow="clipboard-write"
       sandbox="allow-forms allow-scripts allow-same-origin allow-modals"></iframe>`,
  );
}

/** A line of text with links to commands, where there is no page to show. */
export function note(text: string, commands: readonly { readonly title: string; readonly command: string }[]): string {
  const links = commands.map(({ title, command }) => `<p><a href="command:${command}">${escaped(title)}</a></p>`);
  return document("frame-src 'none'", `<main><p>${escaped(text)}</p>${links.join('')}</main>`);
}

function document(policy: string, body: string): string {
  const nonce = randomBytes(16).toString('hex');
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

const STYLES = `
  html, body { height: 100%; margin: 0; padding: 0; }
  body { display: flex; flex-direction: column; }
  nav { padding: 4px 12px; font-size: 12px; }
  main { padding: 8px 16px; }
  iframe { border: 0; flex: 1; width: 100%; background: Canvas; }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
