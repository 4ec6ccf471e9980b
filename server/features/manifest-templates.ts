/** Complete manifests to begin with, one for each way of paying. Their texts are the snippets that package.json contributes. */
import * as l10n from '@vscode/l10n';
import snippets from '../../snippets/handler-manifest.json' with { type: 'json' };

/** A complete manifest. */
export interface ManifestTemplate {
  readonly mode: 'form' | 'checkout' | 'iframe';
  readonly label: string;
  /** When this way of paying is the right one. */
  readonly detail: string;
  /** The text with tab stops, in the snippet syntax of VS Code. */
  readonly body: string;
}

/** The three manifests in the reader's language. */
export const manifestTemplates = (): ManifestTemplate[] => [
  {
    mode: 'form',
    label: l10n.t('Form'),
    detail: l10n.t("You have a payment page: the buyer's browser posts the order to it."),
    body: snippets['Form handler'].body.join('\n'),
  },
  {
    mode: 'checkout',
    label: l10n.t('Checkout'),
    detail: l10n.t('Your service has an API: the portal asks your server for a payment link.'),
    body: snippets['Checkout handler'].body.join('\n'),
  },
  {
    mode: 'iframe',
    label: l10n.t('IFrame'),
    detail: l10n.t('The buyer stays in the shop: your page opens inside the payment page.'),
    body: snippets['IFrame handler'].body.join('\n'),
  },
];
