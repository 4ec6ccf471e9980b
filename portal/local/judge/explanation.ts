/** Why something went wrong and what to change: the parts of a judgement that the causes give. */
import type { Judgement } from '../exchange/exchange.js';

/** One sentence each. */
export type Explanation = Pick<Judgement, 'reason' | 'advice'>;

/** Nothing is wrong. */
export const NOTHING_WRONG: Explanation = { reason: '', advice: '' };
