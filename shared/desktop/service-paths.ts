/** What a desk asks its office's service for, and nothing else: the door carries no other call. */
const SERVED: readonly (readonly [method: ServiceMethod, path: RegExp])[] = [
  ["GET", /^\/api\/(hello|pull|refusals|live)$/],
  ["POST", /^\/api\/(push|relay)$/],
  ["GET", /^\/api\/blobs\/[0-9a-f]{64}$/],
  ["HEAD", /^\/api\/blobs\/[0-9a-f]{64}$/],
  ["PUT", /^\/api\/blobs\/[0-9a-f]{64}$/],
  ["GET", /^\/api\/people\/[a-z-]{1,40}(\/[a-z-]{1,40})?$/],
  ["POST", /^\/api\/people\/[a-z-]{1,40}(\/[\w-]{1,80}){0,2}$/],
];
const QUERY = /^([a-z]{1,20}=[\w.~%-]{0,500}(&|$)){1,8}$/;

export const SERVICE_METHODS = ["GET", "HEAD", "POST", "PUT"] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

export function isServed(method: ServiceMethod, address: string): boolean {
  const at = address.indexOf("?");
  const [path, query] = at === -1 ? [address, undefined] : [address.slice(0, at), address.slice(at + 1)];
  if (query !== undefined && !QUERY.test(query)) return false;
  return SERVED.some(([served, pattern]) => served === method && pattern.test(path));
}
