import { findServiceClaim, isBotocore } from "@shapelog/botocore";
import {
  type BotocoreRevision,
  readBeside,
  readBotocoreRevision,
  type Beside as Said,
} from "@shapelog/botocore/revisions";
import {
  type Beside,
  mapBeside,
  type NamedBytes,
  type ParsedRevision,
  parseRevision,
  type ReadRevision,
  type RevisionReader,
} from "@shapelog/history";
import { type JsonValue, readJson } from "@shapelog/json";
import { createModel, type ReadResult } from "@shapelog/model";
import { isSmithyJson, readIdl, readSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { withoutValidationMetadata } from "../validation-metadata.js";

/** A revision of any known format, with what the next one may take over. */
export interface KnownRevision extends ReadRevision {
  /** The files it was read from: what was parsed of the very same bytes is taken over as it is. */
  readonly files?: Files;
  readonly parsed?: ParsedRevision;
  /** What the files beside it say. */
  readonly said?: Said;
  readonly botocore?: BotocoreRevision;
}

interface Files {
  readonly bytes: Buffer;
  readonly beside: Beside<NamedBytes>;
}

/** The sections of a botocore model in which most of it stands. */
const SECTIONS = ["shapes", "operations"];

/** Returns the reader of models of any known format. `serviceId` is the id of a service whose old files give none. */
export function createRevisionReader(serviceId: string | undefined): RevisionReader<KnownRevision> {
  return (files, previous) => {
    const { file, bytes } = files;
    if (file.endsWith(".smithy")) return asRevision(readIdl({ file, text: bytes.toString("utf8") }));
    const known = previous?.files?.bytes === bytes ? previous.parsed : undefined;
    const parsed = known ?? parseRevision(file, bytes, SECTIONS, previous?.parsed);
    if (isBotocore(parsed.value) && parsed.value !== undefined) {
      const source = { file, value: parsed.value, sections: parsed.sections };
      const beside = sayBeside(files.beside, previous);
      const options = { beside, ...(serviceId === undefined ? {} : { serviceId }) };
      const botocore = readBotocoreRevision(source, previous?.botocore, options);
      const { model, diagnostics } = botocore;
      return { model, diagnostics, files, parsed, said: beside, botocore };
    }
    if (isSmithyJson(parsed.value)) return asRevision(readSmithyJson({ file, text: bytes.toString("utf8") }));
    const unknown = cliDiagnostics.create("unknown-format", { file }, { path: file });
    return {
      model: createModel([]),
      diagnostics: parsed.value === undefined ? parsed.diagnostics : [unknown],
    };
  };
}

/** Reads what stands beside a model, where it is not what stood beside its predecessor. */
function sayBeside(beside: Beside<NamedBytes>, previous: KnownRevision | undefined): Said {
  const { files, said } = previous ?? {};
  const kinds = ["paginators", "paginatorExtras", "waiters"] as const;
  const isSame = kinds.every((kind) => files?.beside[kind]?.bytes === beside[kind]?.bytes);
  if (said && isSame) return said;
  return readBeside(mapBeside(beside, ({ file, bytes }) => ({ file, text: bytes.toString("utf8") })));
}

function asRevision({ model, diagnostics }: ReadResult): KnownRevision {
  return { model: withoutValidationMetadata(model), diagnostics };
}

/**
 * Returns the service's id in SDKs that a botocore file gives, without parsing the file; of one that gives none, what is
 * worked out of its names, so that all revisions go by one.
 */
export function findServiceId(bytes: Buffer): string | undefined {
  const at = bytes.indexOf('"serviceId"');
  if (at === -1) return findServiceClaim(parseJson(bytes)).guessed;
  if (at > 10_000) return undefined;
  const [, id] = /^"serviceId"\s*:\s*"([^"\\]*)"/.exec(bytes.toString("utf8", at, at + 300)) ?? [];
  return id;
}

function parseJson(bytes: Buffer): JsonValue | undefined {
  return readJson({ file: "", text: bytes.toString("utf8") }).value;
}
