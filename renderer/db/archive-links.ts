import type { FerryLink } from "../../shared/archive/ferry.ts";
import type { Store } from "./store.ts";

const PREFIX = "ferry:";

export async function linksOf(store: Store): Promise<FerryLink[]> {
  const rows = await store.meta.where("key").startsWith(PREFIX).toArray();
  return rows.map(({ value }) => value as FerryLink);
}

export async function linkOf(store: Store, id: string): Promise<FerryLink | undefined> {
  return (await store.meta.get(PREFIX + id))?.value as FerryLink | undefined;
}

export async function keepLink(store: Store, link: FerryLink): Promise<void> {
  await store.meta.put({ key: PREFIX + link.id, value: link });
}
