import type { Linter } from "../rule.js";
import { abbreviationName } from "./abbreviation-name/abbreviation-name.js";
import { camelCase } from "./camel-case/camel-case.js";
import { emitEachSelector } from "./emit-each-selector/emit-each-selector.js";
import { emitNoneSelector } from "./emit-none-selector/emit-none-selector.js";
import { inputOutputStructureReuse } from "./input-output-structure-reuse/input-output-structure-reuse.js";
import { missingClientOptionalTrait } from "./missing-client-optional-trait/missing-client-optional-trait.js";
import { missingPaginatedTrait } from "./missing-paginated-trait/missing-paginated-trait.js";
import { missingSensitiveTrait } from "./missing-sensitive-trait/missing-sensitive-trait.js";
import { noninclusiveTerms } from "./noninclusive-terms/noninclusive-terms.js";
import { repeatedShapeName } from "./repeated-shape-name/repeated-shape-name.js";
import { reservedWords } from "./reserved-words/reserved-words.js";
import { shouldHaveUsedTimestamp } from "./should-have-used-timestamp/should-have-used-timestamp.js";
import { standardOperationVerb } from "./standard-operation-verb/standard-operation-verb.js";
import { stutteredShapeName } from "./stuttered-shape-name/stuttered-shape-name.js";
import { unreferencedShape } from "./unreferenced-shape/unreferenced-shape.js";

/** All validators that a model's metadata can ask for, by name. */
export const LINTERS: readonly Linter[] = [
  abbreviationName,
  camelCase,
  emitEachSelector,
  emitNoneSelector,
  inputOutputStructureReuse,
  missingClientOptionalTrait,
  missingPaginatedTrait,
  missingSensitiveTrait,
  noninclusiveTerms,
  repeatedShapeName,
  reservedWords,
  shouldHaveUsedTimestamp,
  standardOperationVerb,
  stutteredShapeName,
  unreferencedShape,
];
