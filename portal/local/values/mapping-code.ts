/** How the table of mappings knows a code. */
import { SETTING_CODE_LIMIT } from '../../../schemas/limits.js';

/**
 * The code as its column keeps it: in upper case, cut after 50 characters. Codes that become equal share one mapping.
 */
export function mappingCode(code: string): string {
  return Array.from(code.toUpperCase()).slice(0, SETTING_CODE_LIMIT).join('');
}
