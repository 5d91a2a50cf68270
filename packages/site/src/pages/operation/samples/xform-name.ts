/**
 * Operations that botocore spells otherwise than its rule would, by the word that it takes as one
 * (`botocore/__init__.py`, `_xform_cache`).
 */
const IRREGULAR: readonly (readonly [word: string, as: string, names: string])[] = [
  [
    "iSCSI",
    "Iscsi",
    "CreateCachediSCSIVolume CreateStorediSCSIVolume DescribeCachediSCSIVolumes DescribeStorediSCSIVolumes",
  ],
  ["HITs", "Hits", "ListHITsForQualificationType"],
  ["PartiQL", "Partiql", "ExecutePartiQLBatch ExecutePartiQLStatement ExecutePartiQLTransaction"],
  [
    "OAuth2",
    "Oauth2",
    "CreateOAuth2Token CreateOAuth2TokenWithIAM IntrospectOAuth2TokenWithIAM RevokeOAuth2TokenWithIAM",
  ],
  ["OTel", "Otel", "GetOTelEnrichment StartOTelEnrichment StopOTelEnrichment UpdateOTelEnrichment"],
  [
    "WhatsApp",
    "Whatsapp",
    "AssociateWhatsAppBusinessAccount CreateWhatsAppDataset CreateWhatsAppFlow CreateWhatsAppMessageTemplate CreateWhatsAppMessageTemplateFromLibrary CreateWhatsAppMessageTemplateMedia DeleteWhatsAppFlow DeleteWhatsAppMessageMedia DeleteWhatsAppMessageTemplate DeprecateWhatsAppFlow DisassociateWhatsAppBusinessAccount GetLinkedWhatsAppBusinessAccount GetLinkedWhatsAppBusinessAccountPhoneNumber GetWhatsAppBusinessPublicKey GetWhatsAppCallPermission GetWhatsAppFlow GetWhatsAppFlowPreview GetWhatsAppMessageMedia GetWhatsAppMessageTemplate ListLinkedWhatsAppBusinessAccounts ListWhatsAppFlowAssets ListWhatsAppFlows ListWhatsAppMessageTemplates ListWhatsAppTemplateLibrary PostWhatsAppMessageMedia PublishWhatsAppFlow PutWhatsAppBusinessAccountEventDestinations PutWhatsAppBusinessPublicKey SendWhatsAppCallEvent SendWhatsAppConversionEvent SendWhatsAppMessage UpdateLinkedWhatsAppBusinessAccountPhoneNumber UpdateWhatsAppFlow UpdateWhatsAppFlowAssets UpdateWhatsAppMessageTemplate",
  ],
];

const SPELLED: ReadonlyMap<string, string> = new Map(
  IRREGULAR.flatMap(([word, as, names]) =>
    names.split(" ").map((name) => [name, name.replace(word, as)] as const),
  ),
);

/**
 * Returns a name as boto3 (`_`) and the AWS CLI (`-`) have it: `DescribeDBInstances` is `describe_db_instances`
 * (botocore, `xform_name`).
 */
export function xformName(name: string, separator: "_" | "-"): string {
  if (name.includes(separator)) return name;
  const spelled = SPELLED.get(name) ?? name;
  const plural = spelled.replace(/[A-Z]{2,}s$/, (acronym) => `${separator}${acronym.toLowerCase()}`);
  return plural
    .replace(/(.)([A-Z][a-z]+)/g, `$1${separator}$2`)
    .replace(/([a-z0-9])([A-Z])/g, `$1${separator}$2`)
    .toLowerCase();
}
