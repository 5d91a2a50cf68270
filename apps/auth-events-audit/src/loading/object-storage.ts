import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, HeadObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import picomatch from "picomatch";
import type { FoundFile } from "./found-file.js";
import { isObjectPattern } from "./object-pattern.js";

const OBJECT = /^s3:\/\/([^/]+)\/(.+)$/s;

/** How often in a row a connection may be cut before any byte has come. */
const MOST_CUTS = 5;

/**
 * Returns the objects that `s3://bucket/key` names; the key may be a pattern, as those of files. Where they are and who
 * asks for them is as the AWS SDK finds it: profiles, roles, `AWS_ENDPOINT_URL_S3`. Throws where it finds nothing.
 */
export async function findObjects(pattern: string): Promise<readonly FoundFile[]> {
  const [, bucket, key] = OBJECT.exec(pattern) ?? [];
  if (bucket === undefined || key === undefined) throw new Error(`${pattern}: expected s3://bucket/key`);
  const client = createClient();
  try {
    const keys = await listKeys(client, bucket, key);
    return [...keys].map(([each, size]) => createObject(client, { bucket, key: each }, size));
  } catch (error) {
    throw new Error(`${pattern}: ${describe(error)}`);
  }
}

/**
 * Returns patterns of files on this disk: objects are copied into a folder, in their order, since DuckDB's own reader
 * for them is not part of its package.
 */
export async function fetchObjects(patterns: readonly string[], folder: string): Promise<readonly string[]> {
  const local: string[] = [];
  for (const pattern of patterns) {
    if (!isObjectPattern(pattern)) {
      local.push(pattern);
      continue;
    }
    await mkdir(folder, { recursive: true });
    for (const object of await findObjects(pattern)) {
      const path = join(folder, `${String(local.length).padStart(8, "0")}.parquet`);
      try {
        await pipeline(Readable.from(object.read()), createWriteStream(path, { mode: 0o600 }));
      } catch (error) {
        throw new Error(`${object.name}: ${describe(error)}`);
      }
      local.push(path);
    }
  }
  return local;
}

/** Servers of one's own rarely have a host for each bucket. */
function createClient(): S3Client {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  const isOwn = (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) !== undefined;
  return new S3Client({ forcePathStyle: isOwn });
}

/** Returns the keys that match, sorted, with their sizes in bytes. */
async function listKeys(client: S3Client, bucket: string, pattern: string): Promise<Map<string, number>> {
  const { base, isGlob } = picomatch.scan(pattern);
  if (!isGlob) {
    const { ContentLength = 0 } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: pattern }));
    return new Map([[pattern, ContentLength]]);
  }
  const isMatch = picomatch(pattern, { dot: true });
  const found: [string, number][] = [];
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: base })) {
    for (const { Key = "", Size = 0 } of page.Contents ?? []) {
      if ((Key === pattern || isMatch(Key)) && !Key.endsWith("/")) found.push([Key, Size]);
    }
  }
  if (found.length === 0) throw new Error("no object matches");
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface ObjectKey {
  readonly bucket: string;
  readonly key: string;
}

function createObject(client: S3Client, { bucket, key }: ObjectKey, size: number): FoundFile {
  const name = `s3://${bucket}/${key}`;
  return {
    name,
    path: name,
    isSeekable: true,
    read: (start = 0) => readObject(client, { bucket, key }, start),
    measure: async () => size,
  };
}

/**
 * Reads an object from an offset on. Where the connection is cut it is gone on with from there, as long as it is the
 * same object.
 */
async function* readObject(
  client: S3Client,
  { bucket, key }: ObjectKey,
  start: number,
): AsyncGenerator<Uint8Array, void> {
  let offset = start;
  let etag: string | undefined;
  for (let cuts = 0; ; ) {
    try {
      const range = offset === 0 ? {} : { Range: `bytes=${offset}-` };
      const match = etag === undefined ? {} : { IfMatch: etag };
      const answer = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, ...range, ...match }),
      );
      etag = answer.ETag;
      if (!(answer.Body instanceof Readable)) return;
      for await (const chunk of answer.Body) {
        offset += chunk.length;
        cuts = 0;
        yield chunk;
      }
      return;
    } catch (error) {
      // There is nothing behind its end.
      if (nameOf(error) === "InvalidRange") return;
      cuts += 1;
      if (!isCut(error) || cuts > MOST_CUTS) throw new Error(describe(error));
    }
  }
}

const CUTS: ReadonlySet<unknown> = new Set([
  ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "ERR_STREAM_PREMATURE_CLOSE"],
]);

function isCut(error: unknown): boolean {
  return error instanceof Error && "code" in error && CUTS.has(error.code);
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}

/** What to do about errors whose messages do not say it. */
const ADVICE: Readonly<Record<string, string>> = {
  NotFound: "there is no such object",
  NoSuchBucket: "there is no such bucket",
  PreconditionFailed: "it was replaced while it was read",
  Forbidden: "the credentials need the permissions s3:GetObject and s3:ListBucket",
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ADVICE[error.name] ?? (error.message || error.name);
}
