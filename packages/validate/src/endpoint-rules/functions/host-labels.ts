import { isIpAddress } from "./parse-url.js";

type LabelArguments = readonly [text: string, allowDots: boolean];

/** `isValidHostLabel`: a label of a host name (RFC 1123); several with dots between where these are allowed. */
export function isHostLabel([text, allowDots]: LabelArguments): boolean {
  const labels = allowDots ? text.split(".") : [text];
  return labels.every((label) => /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(label));
}

/** `aws.isVirtualHostableS3Bucket`: a bucket's name that can be the first label, or labels, of a host name. */
export function isVirtualHostableBucket([text, allowDots]: LabelArguments): boolean {
  if (text.length < 3 || text.length > 63) return false;
  if (!allowDots) return /^[a-z0-9][a-z0-9-]*[a-z0-9]$/.test(text);
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(text)) return false;
  return !/\.\.|-\.|\.-/.test(text) && !isIpAddress(text);
}
