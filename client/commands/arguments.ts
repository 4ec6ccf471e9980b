/** Reads the arguments of a command: a menu passes a file or a row first, a keybinding an object; none is to be trusted. */
import * as vscode from 'vscode';

/** What a command was called with. */
export class CommandArguments {
  /** The file or folder the command was called on. */
  readonly uri: vscode.Uri | undefined;
  readonly #options: ReadonlyMap<string, unknown>;

  constructor(args: readonly unknown[]) {
    const [first, second] = args;
    this.uri = first instanceof vscode.Uri ? first : undefined;
    const options: unknown = this.uri === undefined ? first : second;
    this.#options = new Map(typeof options === 'object' && options !== null ? Object.entries(options) : []);
  }

  /** Whether it was called on a row of a view: one click must not be final, where a keybinding was written with care. */
  get onRow(): boolean {
    return this.text('row') !== undefined;
  }

  /** A text option; undefined when it was not given. */
  text(name: string): string | undefined {
    const value = this.#options.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** Whether an option is true. */
  flag(name: string): boolean {
    return this.#options.get(name) === true;
  }
}
