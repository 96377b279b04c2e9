// Keeps people's text from becoming a formula where a CSV file is opened in a spreadsheet, and takes
// that guard off again. Only for CSV: in XLSX a cell says itself that it is text.

/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"). */
const guarded = /^'+[=+\-@\t\r]/;
const dangerous = /^'*[=+\-@\t\r]/;

/** Puts an apostrophe before text that begins like a formula, or like text already guarded. */
export function guardFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Takes off what guardFormula put on; other text stays as it is. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
