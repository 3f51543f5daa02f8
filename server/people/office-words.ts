import type { Store } from "../store/store.ts";

const HOSPITALS = 5;

/** The hospital's names as the office wrote them down: what a password must not be. */
export async function officeWords(store: Pick<Store, "recordsOf">, tenant: string): Promise<string[]> {
  const records = await store.recordsOf(tenant, "hospital", HOSPITALS);
  return records
    .flatMap(({ data }) => [data["name"], data["office"], data["campus"]])
    .filter((word): word is string => typeof word === "string" && word.trim() !== "");
}
