/** The built-ins that clients fill parameters from (Smithy 2.0, "Built-ins" and "AWS rules engine built-ins"). */
export const BUILT_INS: ReadonlySet<string> = new Set([
  "AWS::Auth::AccountId",
  "AWS::Auth::AccountIdEndpointMode",
  "AWS::Auth::CredentialScope",
  "AWS::Region",
  "AWS::S3::Accelerate",
  "AWS::S3::DisableMultiRegionAccessPoints",
  "AWS::S3::ForcePathStyle",
  "AWS::S3::UseArnRegion",
  "AWS::S3::UseGlobalEndpoint",
  "AWS::S3Control::UseArnRegion",
  "AWS::STS::UseGlobalEndpoint",
  "AWS::UseDualStack",
  "AWS::UseFIPS",
  "SDK::Endpoint",
]);

/** The built-ins that not every client can fill, so that rules have to do without them too. */
export const SENSITIVE_BUILT_INS: ReadonlySet<string> = new Set([
  "AWS::Auth::AccountId",
  "AWS::Auth::AccountIdEndpointMode",
  "AWS::Auth::CredentialScope",
]);
