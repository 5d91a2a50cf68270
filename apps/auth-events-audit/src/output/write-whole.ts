import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import process from "node:process";

/** Writes a file as a whole: until all is written, what stood there stays. */
export async function writeFileWhole(path: string, write: (path: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes texts to a file, none of them kept. */
export async function writeTexts(path: string, texts: AsyncIterable<string>): Promise<void> {
  const stream = createWriteStream(path, { flags: "wx", mode: 0o600 });
  await once(stream, "open");
  for await (const text of texts) if (!stream.write(text)) await once(stream, "drain");
  stream.end();
  await once(stream, "close");
}
