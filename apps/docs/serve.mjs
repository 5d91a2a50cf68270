// Serves dist/ on this computer: `npm run serve`, then open the address it prints.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { serveSite } from "./src/serve-site.mjs";

const { url } = await serveSite(fileURLToPath(new URL("dist/", import.meta.url)), 4173);
process.stdout.write(`${url}/\n`);
