/** Glob patterns as VS Code's settings use them: `**`, `*`, `?`, `{a,b}`, `[a-z]`. */

/** Whether a path with slashes fits. A pattern that is none fits nothing. */
export type Fits = (path: string) => boolean;

/** Reads a pattern. */
export function readGlob(pattern: string): Fits {
  try {
    const expression = new RegExp(`^${expressionOf(pattern)}$`);
    return (path) => expression.test(path);
  } catch {
    return () => false;
  }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
};

function expressionOf(pattern: string): string {
  let depth = 0;
  return pattern.replace(/\*\*\/|\/\*\*$|\*\*|\[!?[^\]]+\]|[^]/g, (symbol) => {
    if (symbol === '{') depth++;
    if (symbol === '}') depth--;
    // What is below a folder includes the folder.
    if (symbol === '/**') return '(?:/.*)?';
    if (symbol === ',' && depth > 0) return '|';
    if (symbol.length > 1 && symbol.startsWith('[')) return symbol.replace('[!', '[^');
    return SYMBOLS[symbol] ?? symbol.replace(/[\\^$.()+|[\]]/, '\\$&');
  });
}
