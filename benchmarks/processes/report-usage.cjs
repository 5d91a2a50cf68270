// Loaded into a process with `--require`: writes what it used to the file that USAGE_FILE names when it ends.
const { writeFileSync } = require("node:fs");

// biome-ignore lint/suspicious/noUndeclaredEnvVars: what it says changes no result of a task
const file = process.env.USAGE_FILE;
if (file && require("node:worker_threads").isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      file,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 }),
    );
  });
}
