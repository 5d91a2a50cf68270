import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readLedger } from "@shapelog/ledger";
import { renderSite } from "@shapelog/site";
import { loadModel } from "@shapelog/smithy";
import { writeSite } from "./write-site.mjs";

/**
 * Builds the site of a repository's models.
 *
 * @param {{ root: string, target: string, baseUrl: string }} options `root` has `shapelog.config.json`; `target` becomes
 *   the site and holds nothing else afterwards.
 */
export async function buildSite({ root, target, baseUrl }) {
  const read = await readServices(root);
  const site = renderSite({ title: "Shapelog", baseUrl, services: read.services });
  const report = await writeSite(target, site.pages);
  return { diagnostics: [...read.diagnostics, ...site.diagnostics], report };
}

/**
 * Reads every service of a repository's `shapelog.config.json`: its model and its ledger.
 *
 * @param {string} root
 */
export async function readServices(root) {
  /** @type {import("@shapelog/site").SiteService[]} */
  const services = [];
  /** @type {import("@shapelog/diagnostics").Diagnostic[]} */
  const diagnostics = [];
  const config = JSON.parse(await readFile(join(root, "shapelog.config.json"), "utf8"));
  for (const [id, service] of Object.entries(config.services).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = await readFile(join(root, service.model), "utf8");
    const model = loadModel([{ file: service.model, text }]);
    const { ledger, diagnostics: found } = readLedger(id, await readRevisions(join(root, service.ledger)));
    diagnostics.push(...model.diagnostics, ...found);
    services.push({ id, model: model.model, ledger, packageName: service.package.name });
  }
  return { services, diagnostics };
}

/** @param {string} folder */
async function readRevisions(folder) {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: join(folder, name),
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}
