/**
 * Asks the browser not to clear this site's storage by itself when the disk is short. `cannotAsk` where the page is no
 * secure context. It protects from the browser alone: not from people, and not from a broken disk.
 */
export async function askForPersistence(): Promise<"kept" | "refused" | "cannotAsk"> {
  // Typed as always there; absent over plain http.
  const storage = navigator.storage as StorageManager | undefined;
  if (storage === undefined) return "cannotAsk";
  try {
    return (await storage.persisted()) || (await storage.persist()) ? "kept" : "refused";
  } catch {
    return "cannotAsk";
  }
}
