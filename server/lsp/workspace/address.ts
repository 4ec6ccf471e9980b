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

/** Address of a file in a folder; `path` has slashes on every system. */
export function addressBelow(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
