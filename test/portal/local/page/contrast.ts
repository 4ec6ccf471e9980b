/** How well one colour can be told from another, as WCAG counts it: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of `#rrggbb`, as it is written, or of `rgb(…)`, as a browser gives it. */
function channels(colour: string): number[] {
  const [, hex] = /^#([0-9a-f]{6})$/.exec(colour) ?? [];
  const found = hex === undefined ? /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1) : hex.match(/../g);
  if (!found) throw new Error(`${colour} is no colour that can be measured.`);
  return found.map((channel) => parseInt(channel, hex === undefined ? 10 : 16));
}
