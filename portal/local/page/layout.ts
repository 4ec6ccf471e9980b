/** The frame of every page of the local portal. */
import * as l10n from '@vscode/l10n';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ServerEnv } from '../guard.js';
import { newSecret } from '../secrets.js';
import { HIGH_CONTRAST_MEDIA, HIGH_CONTRAST_SCRIPT, HIGH_CONTRAST_SHEET } from './high-contrast.js';
import { securityHeaders, type Allowances } from './security-headers.js';
import { HIGH_CONTRAST_STYLES, STYLES } from './styles.js';

/** Markup whose texts are escaped already: what the `html` tag gives. */
export type Html = ReturnType<typeof html>;

/** A page. */
export interface Page {
  readonly title: string;
  /** What stands inside `main`; begins with an `h1`. */
  readonly body: Html;
  /** Scripts of ours. They run in the head, before there is a body. */
  readonly scripts?: readonly string[];
  readonly allowances?: Allowances;
  /** For tables: use the whole width. */
  readonly wide?: boolean;
  /** 200 when it is left out. */
  readonly status?: ContentfulStatusCode;
}

/** Answers with a page and its security headers. */
export async function answerPage(context: Context<ServerEnv>, page: Page): Promise<Response> {
  const nonce = newSecret();
  for (const [name, value] of Object.entries(securityHeaders(nonce, page.allowances))) context.header(name, value);
  return context.html(await document(page, nonce), page.status ?? 200);
}

function document({ title, body, scripts = [], wide = false }: Page, nonce: string): Html {
  return html`<!doctype html>
    <html lang="${pageLanguage()}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${l10n.t('Local portal')}</title>
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${raw(STYLES)}
        </style>
        <style nonce="${nonce}" id="${HIGH_CONTRAST_SHEET}" media="${HIGH_CONTRAST_MEDIA}">
          ${raw(HIGH_CONTRAST_STYLES)}
        </style>
        ${[HIGH_CONTRAST_SCRIPT, ...scripts].map(
          (script) =>
            html`<script nonce="${nonce}">
              ${raw(script)};
            </script> `,
        )}
      </head>
      <body>
        <header class="bar">
          <nav aria-label="${l10n.t('Local portal')}">
            <a href="/">${l10n.t('Payments')}</a>
            <a href="/log">${l10n.t('Exchange log')}</a>
          </nav>
        </header>
        <main class="${wide ? 'wide' : ''}">${body}</main>
      </body>
    </html>`;
}

/** Language of our texts, for screen readers. The translations give their own. */
function pageLanguage(): string {
  return l10n.t('en');
}
