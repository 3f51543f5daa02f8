import type { ContractTemplate } from "./template.ts";
import { S0_TEMPLATES } from "./templates/s0.ts";
import { S1_TEMPLATE } from "./templates/s1.ts";
import { S2_TEMPLATE } from "./templates/s2.ts";
import { S3_TEMPLATE } from "./templates/s3.ts";
import { S4_TEMPLATE } from "./templates/s4.ts";

/** Every shape of contract in the five source documents (checklist C01–C18, T01–T19). */
export const CONTRACT_TEMPLATES: readonly ContractTemplate[] = [
  ...S0_TEMPLATES,
  S1_TEMPLATE,
  S2_TEMPLATE,
  S3_TEMPLATE,
  S4_TEMPLATE,
];
