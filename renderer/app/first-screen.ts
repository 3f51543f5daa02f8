/**
 * Fetches the screen that most windows open with while the store is opened and the service asked: the router would ask
 * for it last of all.
 */
export function fetchFirstScreen(): void {
  if (!["", "#", "#/"].includes(location.hash)) return;
  // Where it cannot be had now, the router asks again and tells.
  import("../screens/home/home-screen.tsx").catch(() => undefined);
}
