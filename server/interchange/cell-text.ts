// Values of a file as the text of a cell. Pure; knows no format.

const plainly = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 });

/** As Excel shows it in a wide column: 15 figures, a decimal point, never 1.3E+09. */
export function numberText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? plainly.format(number) : text;
}

/** One value of JSON or of a database: '' for nothing and for bytes, lists and objects as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value instanceof Uint8Array) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
