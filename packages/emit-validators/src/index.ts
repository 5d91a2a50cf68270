export { type EmitValidatorsOptions, emitValidators } from "./emit-validators.js";
