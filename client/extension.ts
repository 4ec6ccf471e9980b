/** Entry of the extension: puts the parts together when the first manifest opens or the first command runs. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { ManifestLens } from './code-lens/manifest-lens.js';
import { registerCommands } from './commands/command-list.js';
import { PortalStore } from './connections/portal-store.js';
import { LanguageService } from './language/language-service.js';
import { LocalPortalHost } from './local-portal/local-portal-host.js';
import { showLocalPortalStatus } from './status/local-portal-status.js';
import { showPortalStatus } from './status/portal-status.js';
import { PortalsView } from './tree/portals-view.js';
import { ExchangeLog } from './try-payment/exchange-log.js';
import { PagePanel } from './try-payment/page-panel.js';
import { Trials } from './try-payment/trials.js';

let active: { language: LanguageService; localPortal: LocalPortalHost } | undefined;

/** Called by the editor once. Returns at once: the language server starts beside. */
export function activate(context: vscode.ExtensionContext): void {
  // The rooms below the client take their texts from the same bundle.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const log = vscode.window.createOutputChannel('Bitrix24 Payments', { log: true });
  const portals = new PortalStore(context.secrets, context.workspaceState, log);
  const localPortal = new LocalPortalHost(context.storageUri, log);
  const language = new LanguageService(context.asAbsolutePath('dist/server.js'), log);
  const trials = new Trials(localPortal, log);
  const paymentPanel = new PagePanel('b24pay.payment', localPortal);
  const settingsPanel = new PagePanel('b24pay.settings', localPortal);
  const portalsView = new PortalsView(portals, localPortal, trials, log);
  const exchangeLog = new ExchangeLog(localPortal);
  const pages = { trials, portalsView, paymentPanel, settingsPanel, exchangeLog };
  active = { language, localPortal };
  context.subscriptions.push(
    log,
    portals,
    localPortal,
    ...Object.values(pages),
    ...registerCommands({ log, portals, localPortal, language, ...pages, memory: context.workspaceState }),
    new ManifestLens(),
    showPortalStatus(portals),
    showLocalPortalStatus(localPortal),
  );
  void language.start();
}

/** Called by the editor when it closes; the editor waits for what this returns. */
export async function deactivate(): Promise<void> {
  await Promise.all([active?.language.stop(), active?.localPortal.stop()]);
  active = undefined;
}
