// Runs the commands that write on small disks, each with a little more room than the one before, until all fits. What was
// there has to be whole, and with more room the next run has to make all as it has to be. Needs the right to mount.
//
//   node scripts/attack/full-disk.mjs [--steps N]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { runCommand } from "./real-command.mjs";
import { createScenarios, findDifferences, findTorn, prepare, readTree } from "./scenarios.mjs";
import { Tally } from "./table.mjs";

const { values } = parseArgs({ options: { steps: { type: "string" } } });
const steps = Number(values.steps ?? 24);
const tally = new Tally();
const home = mkdtempSync(join(tmpdir(), "shapelog-disk-"));
const disk = join(home, "disk");
mkdirSync(disk);

/** @param {string} options */
const mount = (options) => spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]).status === 0;
const unmount = () => execFileSync("umount", [disk]);
/** @param {number} kilobytes */
const resize = (kilobytes) => execFileSync("mount", ["-o", `remount,size=${kilobytes}k`, disk]);
const used = () =>
  Number(execFileSync("df", ["--output=used", "-k", disk], { encoding: "utf8" }).split("\n")[1]);

try {
  if (!mount("size=256m")) {
    console.error("No disk can be mounted here: nothing was tried.");
    process.exit(2);
  }
  unmount();
  for (const scenario of await createScenarios(home, runCommand)) {
    mount("size=256m");
    const folder = join(disk, "work");
    const args = prepare(scenario, folder);
    const [before, room] = [readTree(folder), used()];
    await runCommand(folder, args);
    const [after, needed] = [readTree(folder), used()];
    for (let step = 0; step < steps; step++) {
      resize(262_144);
      prepare(scenario, folder);
      const more = Math.round(((needed - room) * 2.2 + 40) * (step / steps));
      resize(room + more);
      const { exit, err } = await runCommand(folder, args);
      const torn = findTorn(readTree(folder), { before, after }).map((path) => `torn ${path}`);
      if (exit !== 0 && exit !== 2) torn.push(`exit ${exit}: ${err.split("\n")[0]}`);
      resize(262_144);
      const again = await runCommand(folder, args);
      const differ =
        again.exit === 0 ? findDifferences(readTree(folder), after) : [`exit ${again.exit}: ${again.err}`];
      const found = [...torn, ...differ];
      tally.add(
        `${scenario.name}: full disk`,
        found.length > 0 ? `${more} KB: ${found.slice(0, 3).join(", ")}` : undefined,
      );
    }
    unmount();
  }
} finally {
  spawnSync("umount", [disk]);
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(tally.print());
process.exitCode = tally.failed === 0 ? 0 : 1;
