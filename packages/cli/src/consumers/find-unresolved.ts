import type { OpenedConsumer } from "./open-consumer.js";

/** Returns the first of these packages that a program's files import and TypeScript does not find, as it is not built. */
export function findUnresolved(
  { typescript, consumer: { rootNames, options, host } }: OpenedConsumer,
  names: readonly string[],
): string | undefined {
  for (const file of rootNames) {
    const text = host.readFile(file) ?? "";
    const mentioned = names.filter((name) => text.includes(name));
    if (mentioned.length === 0) continue;
    for (const { fileName: imported } of typescript.preProcessFile(text).importedFiles) {
      const name = mentioned.find((each) => imported === each || imported.startsWith(`${each}/`));
      if (name === undefined) continue;
      if (!typescript.resolveModuleName(imported, file, options, host).resolvedModule) return name;
    }
  }
  return undefined;
}
