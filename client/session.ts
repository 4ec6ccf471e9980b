/** What the parts of the extension share while it is active. */
import type * as vscode from 'vscode';
import type { PortalStore } from './connections/portal-store.js';
import type { LanguageService } from './language/language-service.js';
import type { LocalPortalHost } from './local-portal/local-portal-host.js';
import type { PortalsView } from './tree/portals-view.js';
import type { ExchangeLog } from './try-payment/exchange-log.js';
import type { PagePanel } from './try-payment/page-panel.js';
import type { Trials } from './try-payment/trials.js';

/** What commands work with. */
export interface Session {
  /** The output channel "Bitrix24 Payments". What is written here is free of secrets. */
  readonly log: vscode.LogOutputChannel;
  readonly portals: PortalStore;
  readonly localPortal: LocalPortalHost;
  readonly portalsView: PortalsView;
  readonly language: LanguageService;
  /** Manifests whose copies on the local portal follow. */
  readonly trials: Trials;
  readonly paymentPanel: PagePanel;
  readonly settingsPanel: PagePanel;
  readonly exchangeLog: ExchangeLog;
  /** What is remembered of the workspace. */
  readonly memory: vscode.Memento;
}
