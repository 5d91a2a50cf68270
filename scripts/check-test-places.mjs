// Fails on a test that does not stand where it is looked for: beside the code it bears the name of the file that it
// tests; what tests several files, a whole package or a process stands in `test/`, with the helpers of all tests.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const TEST = /\.test(\.tsx?)$/;

/**
 * Returns every problem of the packages and apps below a folder.
 * @param {string} root
 */
export function checkTestPlaces(root) {
  return ["packages", "apps"].flatMap((parent) =>
    readdirSync(join(root, parent)).flatMap((name) => checkSources(root, `${parent}/${name}`)),
  );
}

/**
 * @param {string} root
 * @param {string} folder
 */
function checkSources(root, folder) {
  const sources = join(root, folder, "src");
  if (!existsSync(sources)) return [];
  return readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => TEST.test(file) && !existsSync(join(sources, file.replace(TEST, "$1"))))
    .map((file) => `${folder}/src/${file} is beside no file of its name; it belongs in ${folder}/test`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problems = checkTestPlaces(fileURLToPath(new URL("..", import.meta.url)));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
