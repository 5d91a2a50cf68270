import type { StoredEvent } from "../events/stored-event.js";
import { CSV_HEADER, printCsvLine } from "./print-csv.js";
import { printJsonLine } from "./print-json-line.js";

/** The forms that events can be downloaded in. */
export const FORMATS = {
  csv: { label: "CSV", type: "text/csv;charset=utf-8", name: "auth-events.csv" },
  json: { label: "JSON lines", type: "application/x-ndjson", name: "auth-events.jsonl" },
} as const;
export type Format = keyof typeof FORMATS;

/** Lines that are printed before the page may do something else. */
const STRETCH = 2000;

/** Hands the events of an order to the browser as a file. Keys and clicks are answered between stretches of it. */
export async function downloadEvents(
  events: readonly StoredEvent[],
  order: Uint32Array,
  format: Format,
): Promise<void> {
  const print = format === "csv" ? printCsvLine : printJsonLine;
  // A byte order mark: Excel takes a CSV file for the system's code page without one.
  const parts: string[] = format === "csv" ? ["\ufeff", CSV_HEADER] : [];
  for (let at = 0; at < order.length; at += STRETCH) {
    const stretch = Array.from(order.subarray(at, at + STRETCH), (index) => events[index]);
    parts.push(stretch.map((event) => (event ? print(event) : "")).join(""));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const { type, name } = FORMATS[format];
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
