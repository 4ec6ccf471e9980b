/** How PHP writes a float. */

/** As a string: 14 significant digits, `1.0E+25`. Also in form posts. */
export function floatToText(value: number): string {
  return format(value, 14, 14, 'E');
}

/** In JSON: as many digits as are needed to read it back, `1.0e+25`. */
export function floatToJson(value: number): string {
  return format(value, undefined, 17, 'e');
}

/** `digits` undefined: the shortest text that reads back the same. Exponents begin above `widest` places before the point. */
function format(value: number, digits: number | undefined, widest: number, exponentSign: 'e' | 'E'): string {
  if (Number.isNaN(value)) return 'NAN';
  const minus = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${minus}INF`;
  if (size === 0) return `${minus}0`;

  const [mantissa = '', exponent = ''] = (digits === undefined ? size.toExponential() : rounded(size, digits)).split(
    'e',
  );
  const figures = mantissa.replace('.', '').replace(/0+$/, '');
  const pointAt = Number(exponent) + 1;
  return minus + (pointAt < -3 || pointAt > widest ? scientific() : plain());

  function scientific(): string {
    const power = pointAt - 1;
    const rest = figures.slice(1) || '0';
    return `${figures.charAt(0)}.${rest}${exponentSign}${power < 0 ? '-' : '+'}${Math.abs(power)}`;
  }

  function plain(): string {
    if (pointAt <= 0) return `0.${'0'.repeat(-pointAt)}${figures}`;
    const whole = figures.slice(0, pointAt).padEnd(pointAt, '0');
    const rest = figures.slice(pointAt);
    return rest === '' ? whole : `${whole}.${rest}`;
  }
}

/** Like toExponential, but a value exactly in the middle goes to the even digit, as in C, not upwards. */
function rounded(size: number, digits: number): string {
  const [exact = '', exponent = ''] = size.toExponential(60).split('e');
  // The point comes after the first digit, so the kept ones end at index `digits`.
  const isTie = /^50*$/.test(exact.slice(digits + 1));
  const isEven = Number(exact.charAt(digits)) % 2 === 0;
  return isTie && isEven ? `${exact.slice(0, digits + 1)}e${exponent}` : size.toExponential(digits - 1);
}
