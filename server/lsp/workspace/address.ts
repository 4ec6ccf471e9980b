/** Addresses of documents and folders, made comparable: editors and operating systems spell the same one differently. */

/** One spelling for all of `file:///c%3A/shop`, `file:///C:/shop` and `file:///c:/shop/`. For comparing only. */
export function addressKey(uri: string): string {
  return decoded(uri)
    .replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase())
    .replace(/\/$/, '');
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A percent sign that escapes nothing: then it stands for itself.
    return uri;
  }
}

/** Path of a document below a folder, both as keys; undefined when it is not inside. */
export function pathBelow(folder: string, key: string): string | undefined {
  return key.startsWith(`${folder}/`) ? key.slice(folder.length + 1) : undefined;
}

/** Those of some addresses that are not below another one of them. */
export function outermost(uris: readonly string[]): string[] {
  const byKey = new Map(uris.map((uri) => [addressKey(uri), uri]));
  const isInside = (key: string): boolean => {
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
      if (byKey.has(key.slice(0, end))) return true;
    return false;
  };
  return [...byKey].flatMap(([key, uri]) => (isInside(key) ? [] : [uri]));
}

/** Address of a file in a folder; `path` has slashes on every system. */
export function addressBelow(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
