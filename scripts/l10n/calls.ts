/** Finds the texts that a source file has translated: the calls of `l10n.t` and of our `translated`. */
import ts from 'typescript';

/** A text that is translated somewhere. */
export interface Translation {
  /** Line, from 1. */
  readonly line: number;
  /** The text; undefined when it is known only when the program runs. */
  readonly text: string | undefined;
  /** The call as it is written, e.g. `translated(meaning)`, with the first argument only. */
  readonly source: string;
  /** Whether it runs while the module loads: before anyone has chosen the language. */
  readonly early: boolean;
}

/** Functions whose first argument is a text to be translated, as they are written. */
const TRANSLATORS = ['l10n.t', 'vscode.l10n.t', 'translated'];

/** Every translation of a file in order. A translator that is not called but handed on counts as one without a text. */
export function translationsIn(fileName: string, source: string): Translation[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: Translation[] = [];
  const visit = (node: ts.Node, early: boolean): void => {
    const add = (source: string, text?: string) => {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text, source, early });
    };
    const inside = early && !ts.isFunctionLike(node);
    if (ts.isCallExpression(node) && isTranslator(node.expression)) {
      const [first] = node.arguments;
      const text = first && ts.isStringLiteralLike(first) ? first.text : undefined;
      add(`${node.expression.getText()}(${first?.getText() ?? ''})`, text);
      for (const argument of node.arguments) visit(argument, inside);
      return;
    }
    if (isTranslator(node) && !isNew(node)) add(node.getText());
    // `import { t } from '@vscode/l10n'` would hide the calls from this search.
    if (ts.isNamedImports(node) && /\bl10n['"]$/.test(node.parent.parent.moduleSpecifier.getText())) {
      add(node.parent.parent.getText());
    }
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  };
  visit(file, true);
  return found;
}

const isTranslator = (node: ts.Node): boolean =>
  (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && TRANSLATORS.includes(node.getText());

/** Whether this is the name that an import or a declaration makes, not a use of it. */
const isNew = (node: ts.Node): boolean =>
  ts.isImportSpecifier(node.parent) || (ts.isVariableDeclaration(node.parent) && node.parent.name === node);
