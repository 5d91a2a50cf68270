import { isBotocore } from "@shapelog/botocore";
import { type BotocoreRevision, readBotocoreRevision } from "@shapelog/botocore/revisions";
import {
  type ParsedRevision,
  parseRevision,
  type ReadRevision,
  type RevisionReader,
} from "@shapelog/history";
import { createModel, type ReadResult } from "@shapelog/model";
import { isSmithyJson, readIdl, readSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { withoutValidationMetadata } from "../validation-metadata.js";

/** A revision of any known format, with what the next one may take over. */
export interface KnownRevision extends ReadRevision {
  readonly parsed?: ParsedRevision;
  readonly botocore?: BotocoreRevision;
}

/** The sections of a botocore model in which most of it stands. */
const SECTIONS = ["shapes", "operations"];

/** Returns the reader of models of any known format. `serviceId` is the id of a service whose old files give none. */
export function createRevisionReader(serviceId: string | undefined): RevisionReader<KnownRevision> {
  return (file, bytes, previous) => {
    if (file.endsWith(".smithy")) return asRevision(readIdl({ file, text: bytes.toString("utf8") }));
    const parsed = parseRevision(file, bytes, SECTIONS, previous?.parsed);
    if (isBotocore(parsed.value) && parsed.value !== undefined) {
      const source = { file, value: parsed.value, sections: parsed.sections };
      const botocore = readBotocoreRevision(
        source,
        previous?.botocore,
        serviceId === undefined ? {} : { serviceId },
      );
      return { model: botocore.model, diagnostics: botocore.diagnostics, parsed, botocore };
    }
    if (isSmithyJson(parsed.value)) return asRevision(readSmithyJson({ file, text: bytes.toString("utf8") }));
    const unknown = cliDiagnostics.create("unknown-format", { file }, { path: file });
    return {
      model: createModel([]),
      diagnostics: parsed.value === undefined ? parsed.diagnostics : [unknown],
    };
  };
}

function asRevision({ model, diagnostics }: ReadResult): KnownRevision {
  return { model: withoutValidationMetadata(model), diagnostics };
}

/** Returns the service's id in SDKs as a botocore file gives it, without parsing the file. */
export function findServiceId(bytes: Buffer): string | undefined {
  const at = bytes.indexOf('"serviceId"');
  if (at === -1 || at > 10_000) return undefined;
  const [, id] = /^"serviceId"\s*:\s*"([^"\\]*)"/.exec(bytes.toString("utf8", at, at + 300)) ?? [];
  return id;
}
