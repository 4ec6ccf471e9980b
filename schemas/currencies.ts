/** Currencies, by code. */

/** Active ISO 4217 currency codes (list one, funds and precious metals left out: nobody pays an order in them). */
export const CURRENCIES: readonly string[] = (
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
  'CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF ' +
  'IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK ' +
  'MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR ' +
  'SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS ' +
  'VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
).split(' ');

/** Accepted without a word, and offered to nobody: what the standard lists beside money, and BGN, which portals still have for old orders. */
const SPECIAL = 'BGN BOV CHE CHW CLF COU MXV USN UYI UYW XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(
  ' ',
);

const known = new Set([...CURRENCIES, ...SPECIAL]);

/** Whether the text is an active ISO 4217 code, in the standard's upper case. */
export const isCurrency = (code: string): boolean => known.has(code);

const pairs = (text: string): [string, string][] => text.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(4)]);

/** Codes that the standard has withdrawn, and what is paid in instead. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map(
  pairs(
    'AFA:AFN ANG:XCG ATS:EUR AZM:AZN BEF:EUR BGL:EUR BYB:BYN BYR:BYN CSD:RSD CUC:CUP CYP:EUR DEM:EUR EEK:EUR ESP:EUR ' +
      'FIM:EUR FRF:EUR GHC:GHS GRD:EUR HRK:EUR IEP:EUR ITL:EUR LTL:EUR LUF:EUR LVL:EUR MGF:MGA MRO:MRU MTL:EUR MXP:MXN ' +
      'MZM:MZN NLG:EUR PLZ:PLN PTE:EUR ROL:RON RUR:RUB SDD:SDG SIT:EUR SKK:EUR SLL:SLE SRG:SRD STD:STN TJR:TJS TMM:TMT ' +
      'TRL:TRY UAK:UAH VEB:VES VEF:VES XEU:EUR YUM:RSD ZMK:ZMW ZWD:ZWG ZWL:ZWG',
  ),
);

/** What people call a currency, though its code is spelt otherwise. */
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ...pairs('RMB:CNY CNH:CNY NIS:ILS NTD:TWD UKP:GBP YEN:JPY YTL:TRY'),
  ['EURO', 'EUR'],
  ['RUBL', 'RUB'],
  ['RUBLE', 'RUB'],
  ['ROUBLE', 'RUB'],
  ['YUAN', 'CNY'],
  ['TENGE', 'KZT'],
  ['₽', 'RUB'],
  ['€', 'EUR'],
]);

/** Names of their own, one letter away from somebody's money: coins and tokens, and money known by several codes (som, tenge). */
const OTHERS = new Set(
  (
    'ADA ARB BCH BNB BTC BTT CHZ CRO DAI DOT ETC ETH GMT HNT ICP INJ LTC MKR NOT PAX SOL SOM SUI TNG TON TRX UNI USDC ' +
    'USDT XBT XLM XMR XRP ZEC'
  ).split(' '),
);

/**
 * The currency that a text means which is none: the same but for case and blanks, what is known by another name, or a slip in its
 * last letter or in the order of its letters. The country (the first two letters) has to be right: every code has neighbours, and
 * a wrong currency is worse than none. Undefined where there is any doubt.
 */
export function meantCurrency(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (known.has(code)) return code;
  const named = SUCCESSORS.get(code) ?? NICKNAMES.get(code);
  if (named !== undefined || OTHERS.has(code) || code.length !== 3) return named;
  const [a = '', b = '', c = ''] = code;
  const near = CURRENCIES.filter((name) => name.startsWith(a + b) || name === b + a + c || name === a + c + b);
  return near.length === 1 ? near[0] : undefined;
}
