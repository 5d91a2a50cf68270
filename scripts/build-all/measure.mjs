// Loaded before a command: writes at its end how long it took and how much memory it had at most.
import { writeFileSync } from "node:fs";
import process from "node:process";

const started = performance.now();
process.on("exit", () => {
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.MEASURE_FILE ?? "measure.json", JSON.stringify({ seconds, megabytes }));
});
