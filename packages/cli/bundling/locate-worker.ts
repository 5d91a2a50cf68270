import { dirname, resolve } from "node:path";
import type { Plugin } from "rolldown";

const WORKER = /new URL\("(\.\/[^"]+)\.js", import\.meta\.url\)/g;

/** Makes a file that is started by its URL, as threads are, a chunk of its own, and the URL that of the chunk. */
export function locateWorker(): Plugin {
  return {
    name: "locate-worker",
    transform: {
      filter: { id: /\.ts$/, code: WORKER },
      handler(code, path) {
        return {
          code: code.replace(WORKER, (_, file: string) => {
            const chunk = this.emitFile({ type: "chunk", id: resolve(dirname(path), `${file}.ts`) });
            return `new URL(import.meta.ROLLUP_FILE_URL_${chunk})`;
          }),
          map: null, // every line stays where it is
        };
      },
    },
  };
}
