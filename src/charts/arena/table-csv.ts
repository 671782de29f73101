type Cell = string | number | null;

/** RFC 4180, with the byte-order mark that Excel needs to read UTF-8. */
export function tableToCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) => {
    if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '';
    const said = String(value);
    return /[",\r\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
  };
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
