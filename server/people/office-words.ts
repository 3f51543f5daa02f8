import type { Store } from "../store/store.ts";

const HOSPITALS = 5;

/** The hospital's names as the office wrote them down: what a password must not be. */
export async function officeWords(store: Pick<Store, "snapshotPage">, tenant: string): Promise<string[]> {
  // Records come in the order of their types: those of hospitals begin here.
  const { records } = await store.snapshotPage(tenant, { seq: 0, type: "hospital", recordId: "" }, HOSPITALS);
  return records
    .filter(({ type }) => type === "hospital")
    .flatMap(({ folded: { data } }) => [data["name"], data["office"], data["campus"]])
    .filter((word): word is string => typeof word === "string" && word.trim() !== "");
}
