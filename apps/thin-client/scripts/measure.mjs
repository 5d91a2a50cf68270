// Measures what a program that calls AdminListUserAuthEvents ships: the SDK's client against the thin one of this app.
//
//   node scripts/measure.mjs      (build the app first)
//
// Both are bundled by rolldown with all that they import, minified, for browsers and for Node. `loaded` is what a program
// loads at its start, `all` has what is loaded only when it is needed, too, such as the code of event streams.

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const LIST = fileURLToPath(new URL("../dist/list-auth-events.js", import.meta.url));

const PROGRAMS = [
  [
    "SDK client",
    `import { AdminListUserAuthEventsCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
     export const list = (config, input) => new CognitoIdentityProviderClient(config).send(new AdminListUserAuthEventsCommand(input));`,
  ],
  [
    "thin client",
    `import { createListAuthEvents } from ${JSON.stringify(LIST)};
     export const list = (config, input) => createListAuthEvents(config)(input);`,
  ],
];

/**
 * @param {string} code
 * @param {"browser" | "node"} platform
 */
async function bundle(code, platform) {
  const entry = fileURLToPath(new URL("entry.js", import.meta.url));
  const build = await rolldown({
    input: entry,
    platform,
    plugins: [
      {
        name: "entry",
        load: (id) => (id === entry ? code : null),
        resolveId: (id) => (id === entry ? id : null),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const chunks = new Map(
    output.flatMap((chunk) => (chunk.type === "chunk" ? [[chunk.fileName, chunk]] : [])),
  );
  const loaded = new Set(
    [...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
  );
  for (const name of loaded)
    for (const imported of chunks.get(name)?.imports ?? []) if (chunks.has(imported)) loaded.add(imported);
  return {
    loaded: measure([...loaded].map((name) => chunks.get(name)?.code ?? "")),
    all: measure([...chunks.values()].map(({ code }) => code)),
  };
}

/** @param {readonly string[]} texts */
function measure(texts) {
  const sum = (/** @type {(text: string) => number} */ size) =>
    texts.reduce((total, text) => total + size(text), 0);
  const kilobytes = (/** @type {number} */ size) => (size / 1000).toFixed(1).padStart(7);
  return `${kilobytes(sum((text) => Buffer.byteLength(text)))} kB,${kilobytes(sum((text) => gzipSync(text).length))} kB gzipped`;
}

for (const platform of /** @type {const} */ (["browser", "node"])) {
  for (const [name = "", code = ""] of PROGRAMS) {
    const { loaded, all } = await bundle(code, platform);
    console.log(`${platform.padEnd(8)}${name.padEnd(12)}loaded${loaded}   all${all}`);
  }
}
