// Fails where a built package exports something else than `api/<package>.txt` says; with --update, writes it there.
import process from "node:process";
import { checkReports, updateReports } from "./api/check-reports.mjs";
import { root } from "./install.mjs";

const update = process.argv.includes("--update");
const problems = update ? updateReports(root) : checkReports(root);
for (const problem of problems) console.error(problem);
if (problems.length > 0 && !update)
  console.error("The packages' public API is not what api/ says. If it should change: npm run api:update");
process.exitCode = problems.length > 0 ? 1 : 0;
