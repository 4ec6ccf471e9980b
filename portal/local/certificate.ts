/** The certificate of a portal that speaks https: self-made, for this machine's own names only. */
import * as l10n from '@vscode/l10n';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readPrivately, reason, replaceFile, StateFileError, type PrivateFile } from './state-file.js';

/** A certificate with its key, both PEM. */
export interface Certificate {
  readonly certificate: string;
  /** A secret. */
  readonly key: string;
  /** Where the certificate is kept; absent in memory. */
  readonly file?: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** Short enough for every client, among them those that refuse what is valid for more than 398 days. */
const DAYS = 365;

/** A certificate that ends so soon is made anew at the start, so that it does not end while the portal runs. */
const RENEWED_BEFORE = 7 * DAY;

/**
 * The certificate that is kept beside the state file, `FILE.cert.pem` and `FILE.key.pem`, made when there is none or it is
 * about to expire; without a state file a fresh one. Only the owner can read the files. Throws StateFileError.
 */
export async function openCertificate(stateFile: string | undefined, now = new Date()): Promise<Certificate> {
  if (stateFile === undefined) return makeCertificate(now);
  const file = `${stateFile}.cert.pem`;
  const keyFile = `${stateFile}.key.pem`;
  try {
    const [{ content: certificate }, { content: key, isPrivate }] = [
      await readIfThere(file),
      await readIfThere(keyFile),
    ];
    const kept = { certificate: certificate.toString(), key: key.toString() };
    // A key that others can go on reading is none: a fresh one takes its place.
    if (isPrivate && isUsable(kept, now)) return { ...kept, file };
    const fresh = await makeCertificate(now);
    await replaceFile(keyFile, fresh.key);
    await replaceFile(file, fresh.certificate);
    return { ...fresh, file };
  } catch (error) {
    const message = l10n.t('The certificate {0} cannot be kept: {1}.', file, reason(error));
    throw new StateFileError(message, file, error);
  }
}

/** After a crash between the two files they don't belong together. */
function isUsable({ certificate, key }: Certificate, now: Date): boolean {
  try {
    const read = new X509Certificate(certificate);
    const start = Date.parse(read.validFrom);
    const end = Date.parse(read.validTo);
    const inTime = start <= now.getTime() && now.getTime() + RENEWED_BEFORE < end;
    return inTime && read.checkIP('127.0.0.1') !== undefined && read.checkPrivateKey(createPrivateKey(key));
  } catch {
    // Not PEM, or not written to its end.
    return false;
  }
}

async function makeCertificate(now: Date): Promise<Certificate> {
  // Loaded here, so that a portal without https starts without it.
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Bitrix24 local portal' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // Clocks of clients may be a little behind.
    notBeforeDate: new Date(now.getTime() - DAY),
    notAfterDate: new Date(now.getTime() + DAYS * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { certificate: cert, key };
}

/** Empty when there is none. */
async function readIfThere(file: string): Promise<PrivateFile> {
  try {
    return await readPrivately(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { content: Buffer.of(), isPrivate: true };
    throw error;
  }
}
