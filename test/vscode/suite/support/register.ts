/** Register on Portal, its two questions answered. */
import * as vscode from 'vscode';

export interface Registered {
  readonly action: string;
  readonly id: number;
  readonly portal: string;
}

/** What the command gives back; undefined when it refused. `portal` is `local` or the host of a saved portal. */
export async function register(uri: vscode.Uri, portal: string): Promise<Registered | undefined> {
  return vscode.commands.executeCommand('b24pay.registerManifest', uri, { portal, yes: true });
}
