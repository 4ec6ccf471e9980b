/** Copy Code, in the menu of a handler in the view of portals. */
import * as vscode from 'vscode';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/** Copies the CODE of the row that it was called on. */
export async function copyCode(_session: Session, args: CommandArguments): Promise<void> {
  const code = args.text('code');
  if (code !== undefined) await vscode.env.clipboard.writeText(code);
}
