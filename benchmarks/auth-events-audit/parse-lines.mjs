// Reads a file and parses each of its lines: the least that whoever wants its events has to do. Prints their number.
import { createReadStream } from "node:fs";
import process from "node:process";

const LINE_FEED = 0x0a;
let rest = Buffer.alloc(0);
let count = 0;
for await (const chunk of createReadStream(process.argv[2] ?? "", { highWaterMark: 1024 * 1024 })) {
  const bytes = Buffer.concat([rest, chunk]);
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    const value = JSON.parse(bytes.toString("utf8", start, end));
    if (typeof value === "object") count++;
    start = end + 1;
  }
  rest = bytes.subarray(start);
}
process.stdout.write(String(count));
