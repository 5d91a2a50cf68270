/** Names that the rules below would take apart at the wrong place. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["CreateCachediSCSIVolume", "create_cached_iscsi_volume"],
  ["DescribeCachediSCSIVolumes", "describe_cached_iscsi_volumes"],
  ["DescribeStorediSCSIVolumes", "describe_stored_iscsi_volumes"],
  ["CreateStorediSCSIVolume", "create_stored_iscsi_volume"],
  ["ListHITsForQualificationType", "list_hits_for_qualification_type"],
  ["ExecutePartiQLStatement", "execute_partiql_statement"],
  ["ExecutePartiQLTransaction", "execute_partiql_transaction"],
  ["ExecutePartiQLBatch", "execute_partiql_batch"],
  ["CreateOAuth2Token", "create_oauth2_token"],
  ["CreateOAuth2TokenWithIAM", "create_oauth2_token_with_iam"],
  ["IntrospectOAuth2TokenWithIAM", "introspect_oauth2_token_with_iam"],
  ["RevokeOAuth2TokenWithIAM", "revoke_oauth2_token_with_iam"],
  ["AssociateWhatsAppBusinessAccount", "associate_whatsapp_business_account"],
  ["CreateWhatsAppDataset", "create_whatsapp_dataset"],
  ["CreateWhatsAppFlow", "create_whatsapp_flow"],
  ["CreateWhatsAppMessageTemplate", "create_whatsapp_message_template"],
  ["CreateWhatsAppMessageTemplateFromLibrary", "create_whatsapp_message_template_from_library"],
  ["CreateWhatsAppMessageTemplateMedia", "create_whatsapp_message_template_media"],
  ["DeleteWhatsAppFlow", "delete_whatsapp_flow"],
  ["DeleteWhatsAppMessageMedia", "delete_whatsapp_message_media"],
  ["DeleteWhatsAppMessageTemplate", "delete_whatsapp_message_template"],
  ["DeprecateWhatsAppFlow", "deprecate_whatsapp_flow"],
  ["DisassociateWhatsAppBusinessAccount", "disassociate_whatsapp_business_account"],
  ["GetLinkedWhatsAppBusinessAccount", "get_linked_whatsapp_business_account"],
  ["GetLinkedWhatsAppBusinessAccountPhoneNumber", "get_linked_whatsapp_business_account_phone_number"],
  ["GetOTelEnrichment", "get_otel_enrichment"],
  ["GetWhatsAppFlow", "get_whatsapp_flow"],
  ["GetWhatsAppFlowPreview", "get_whatsapp_flow_preview"],
  ["GetWhatsAppMessageMedia", "get_whatsapp_message_media"],
  ["GetWhatsAppMessageTemplate", "get_whatsapp_message_template"],
  ["ListLinkedWhatsAppBusinessAccounts", "list_linked_whatsapp_business_accounts"],
  ["ListWhatsAppFlowAssets", "list_whatsapp_flow_assets"],
  ["ListWhatsAppFlows", "list_whatsapp_flows"],
  ["ListWhatsAppMessageTemplates", "list_whatsapp_message_templates"],
  ["ListWhatsAppTemplateLibrary", "list_whatsapp_template_library"],
  ["PostWhatsAppMessageMedia", "post_whatsapp_message_media"],
  ["PublishWhatsAppFlow", "publish_whatsapp_flow"],
  ["PutWhatsAppBusinessAccountEventDestinations", "put_whatsapp_business_account_event_destinations"],
  ["SendWhatsAppConversionEvent", "send_whatsapp_conversion_event"],
  ["SendWhatsAppMessage", "send_whatsapp_message"],
  ["StartOTelEnrichment", "start_otel_enrichment"],
  ["StopOTelEnrichment", "stop_otel_enrichment"],
  ["UpdateWhatsAppFlow", "update_whatsapp_flow"],
  ["UpdateWhatsAppFlowAssets", "update_whatsapp_flow_assets"],
  ["UpdateWhatsAppMessageTemplate", "update_whatsapp_message_template"],
]);

/** Returns an operation's name as the Python SDK spells its method (botocore, `xform_name`). */
export function xformName(name: string): string {
  if (name.includes("_")) return name;
  const exception = EXCEPTIONS.get(name);
  if (exception !== undefined) return exception;
  return name
    .replace(/[A-Z]{2,}s$/, (plural) => `_${plural.toLowerCase()}`)
    .replaceAll(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}
