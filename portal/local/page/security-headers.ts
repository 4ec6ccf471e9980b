/** The headers that keep a page to itself: what it may load, send and be framed by. */
import { createHash } from 'node:crypto';

/** What a page needs beyond the usual: nothing of it unless it is said. */
export interface Allowances {
  /**
   * The page has a form, or a frame, that leads to the developer's endpoint. Browsers check every redirect against the
   * policy too, and a portal's page has none that would stop an endpoint from leading on to a bank: so all web addresses.
   */
  readonly forms?: boolean;
  readonly frames?: boolean;
  /** Values of `style` attributes that the page has. */
  readonly inlineStyles?: readonly string[];
}

/**
 * VS Code shows the pages in its own windows, which on the web come from the editor's server. Everything around a frame counts,
 * so on the desktop the workbench does too.
 */
const FRAMED_BY = "'self' vscode-webview: vscode-file: https://*.vscode-cdn.net http://127.0.0.1:* http://localhost:*";

/** Headers of a page. `nonce` marks the scripts and styles that are ours. */
export function securityHeaders(nonce: string, allowances: Allowances = {}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(nonce, allowances),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

function contentPolicy(nonce: string, { forms = false, frames = false, inlineStyles = [] }: Allowances): string {
  const web = 'http: https:';
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(inlineStyles.length > 0 ? [`style-src-attr 'unsafe-hashes' ${inlineStyles.map(hashOf).join(' ')}`] : []),
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    `form-action 'self'${forms ? ` ${web}` : ''}`,
    ...(frames ? [`frame-src ${web}`] : []),
    "base-uri 'none'",
    `frame-ancestors ${FRAMED_BY}`,
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
