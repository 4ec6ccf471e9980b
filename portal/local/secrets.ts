/** Secrets: made, and compared. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that is safe in a URL: 32 hexadecimal digits, 128 random bits. */
export function newSecret(): string {
  return randomBytes(16).toString('hex');
}

/** Compares in a time that says nothing about how much of the secret was right. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
