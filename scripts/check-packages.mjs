// Checks what npm would publish: every package is packed and linted, and the generated packages are installed from
// their tarballs into an empty folder and used as a stranger would.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { root } from "./install.mjs";

const folder = mkdtempSync(join(tmpdir(), "shapelog-packages-"));
try {
  const tarballs = new Map();
  let problems = 0;
  for (const path of publicPackages()) {
    const { name } = readManifest(path);
    const tarball = pack(path);
    tarballs.set(name, tarball);
    problems += await lint(name, tarball);
  }
  const generated = publicPackages().filter((path) => path.includes("/generated/"));
  for (const path of generated) useAsStranger(readManifest(path), tarballs);
  console.log(
    `${tarballs.size} packages packed; ${generated.length} installed and used; ${problems} problems`,
  );
  process.exitCode = problems > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function publicPackages() {
  return ["packages", "packages/generated"]
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${root}${parent}/${name}`))
    .filter((path) => readManifest(path)?.private === undefined && readManifest(path) !== undefined);
}

function readManifest(path) {
  try {
    return JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  } catch {
    return undefined;
  }
}

function pack(path) {
  const out = npm(["pack", "--json", "--pack-destination", folder], path);
  return join(folder, JSON.parse(out)[0].filename);
}

async function lint(name, tarball) {
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    strict: true,
  });
  for (const message of messages) console.error(`${name}: ${formatMessage(message, pkg)}`);
  return messages.length;
}

/** Installs a generated package and what it needs of ours into an empty folder, and runs its README's example. */
function useAsStranger(manifest, tarballs) {
  const home = mkdtempSync(join(folder, "stranger-"));
  const ours = Object.keys(manifest.dependencies).filter((name) => tarballs.has(name));
  const files = [manifest.name, ...ours].map((name) => tarballs.get(name));
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module" }),
  );
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", ...files], home);
  const script = `
    import * as types from "${manifest.name}";
    import * as wire from "${manifest.name}/validators";
    import * as sdk from "${manifest.name}/validators/sdk";
    import openapi from "${manifest.name}/openapi.json" with { type: "json" };
    const [name] = Object.keys(wire).filter((key) => key.startsWith("read"));
    const result = wire[name](42);
    if (result.ok || typeof sdk[name] !== "function" || openapi.openapi !== "3.1.0" || !types) process.exit(1);
    console.log(result.errors[0].message);
  `;
  writeFileSync(join(home, "use.mjs"), script);
  const said = execFileSync(process.execPath, ["--no-warnings", "use.mjs"], { cwd: home, encoding: "utf8" });
  if (!said.includes("expected")) throw new Error(`${manifest.name} says: ${said}`);
}

function npm(args, cwd) {
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "ignore"],
  });
}
